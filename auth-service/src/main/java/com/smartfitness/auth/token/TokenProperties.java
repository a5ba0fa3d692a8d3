package com.smartfitness.auth.token;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long tokens and keys live.
 *
 * @param life of an access token
 * @param refreshLife of a refresh token that is not used
 * @param sessionLife after which one has to sign in again, however often the tokens were refreshed
 * @param keyLife how long a key signs; it verifies for the life of a token longer
 * @param keyLead how long before it signs a key is published, so that every service has heard of it; at most a quarter of
 *     the key's life
 */
@ConfigurationProperties("auth.token")
@Validated
record TokenProperties(
        @DefaultValue("15m") @NotNull @DurationMin(seconds = 1)
        Duration life,

        @DefaultValue("30d") @NotNull @DurationMin(seconds = 1)
        Duration refreshLife,

        @DefaultValue("180d") @NotNull @DurationMin(seconds = 1)
        Duration sessionLife,

        @DefaultValue("90d") @NotNull @DurationMin(minutes = 1)
        Duration keyLife,

        @DefaultValue("10m") @NotNull @DurationMin(seconds = 0)
        Duration keyLead) {

    Duration lead() {
        Duration quarter = keyLife.dividedBy(4);
        return keyLead.compareTo(quarter) < 0 ? keyLead : quarter;
    }
}

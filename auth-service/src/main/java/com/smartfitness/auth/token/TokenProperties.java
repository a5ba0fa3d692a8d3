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
 * @param life of an access token; nothing takes it back earlier
 * @param keyLife how long a key signs; it verifies for the life of a token longer
 */
@ConfigurationProperties("auth.token")
@Validated
record TokenProperties(
        @DefaultValue("15m") @NotNull @DurationMin(seconds = 1)
        Duration life,

        @DefaultValue("90d") @NotNull @DurationMin(minutes = 1)
        Duration keyLife) {}

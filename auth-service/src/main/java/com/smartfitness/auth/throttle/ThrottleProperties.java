package com.smartfitness.auth.throttle;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong passwords and refused cards are looked at.
 *
 * @param accountAttempts for one e-mail, whether it has an account or not
 * @param sourceAttempts from one address; many people may share one
 * @param cardAttempts from one address, of cards that are refused
 * @param window within which the attempts are counted; it begins with the first
 */
@ConfigurationProperties("auth.throttle")
@Validated
record ThrottleProperties(
        @DefaultValue("10") @Min(1) int accountAttempts,
        @DefaultValue("100") @Min(1) int sourceAttempts,
        @DefaultValue("20") @Min(1) int cardAttempts,

        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1)
        Duration window) {}

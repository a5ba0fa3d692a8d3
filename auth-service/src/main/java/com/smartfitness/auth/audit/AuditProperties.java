package com.smartfitness.auth.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The log of who did what.
 *
 * @param retention how long an entry is kept
 */
@ConfigurationProperties("auth.audit")
@Validated
record AuditProperties(
        @DefaultValue("365d") @NotNull @DurationMin(hours = 1)
        Duration retention) {}

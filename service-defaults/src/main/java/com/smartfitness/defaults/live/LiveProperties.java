package com.smartfitness.defaults.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live streams.
 *
 * @param keepAlive after which silence a comment is sent, and the store is asked whether news were missed
 * @param streamsPerUser in one instance; one more is refused
 */
@Validated
@ConfigurationProperties("fleet.live")
record LiveProperties(
        @DefaultValue("15s") Duration keepAlive,
        @DefaultValue("20") @Min(1) int streamsPerUser) {}

package com.smartfitness.branchowner.inbox.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live streams.
 *
 * @param keepAlive after which silence a comment is sent, and the store is asked whether a notification was lost
 * @param streamsPerOwner in one instance; one more is refused
 */
@Validated
@ConfigurationProperties("branchowner.inbox")
record LiveProperties(
        @DefaultValue("15s") Duration keepAlive,
        @DefaultValue("20") @Min(1) int streamsPerOwner) {}

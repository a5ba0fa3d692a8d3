package com.smartfitness.access.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How attempts are recorded.
 *
 * @param retention how long they can be read
 * @param largestRate attempts that a gate may make in {@code rateWindow}; more are refused and not recorded
 * @param passback when somebody who has just entered at one gate and does so at another is marked
 * @param report how long after an open command its outcome must have been reported
 */
@ConfigurationProperties("entries")
record EntryProperties(
        @DefaultValue("90d") Duration retention,
        @DefaultValue("40") int largestRate,
        @DefaultValue("10s") Duration rateWindow,
        @DefaultValue("30s") Duration passback,
        @DefaultValue("15s") Duration report) {}

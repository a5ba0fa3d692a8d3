package com.smartfitness.monitoring.report;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports are taken.
 *
 * @param clockSkew how far a report's time may lie in the future
 * @param maxAge how old a report may be: one that could not be delivered is sent again until then
 * @param linger how long a report waits for others to share its transaction; part of every answer's time
 * @param maxBatch reports in one transaction
 * @param maxWaiting reports that wait for their transaction; more are answered 503
 * @param historyInterval how often a report goes into the history that says what the one before said; a report that
 *     says something new always does
 * @param historyRetention how long the history is kept, in whole days
 */
@ConfigurationProperties("monitoring.reports")
record ReportProperties(
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("10m") Duration maxAge,
        @DefaultValue("25ms") Duration linger,
        @DefaultValue("500") int maxBatch,
        @DefaultValue("5000") int maxWaiting,
        @DefaultValue("5m") Duration historyInterval,
        @DefaultValue("30d") Duration historyRetention) {}

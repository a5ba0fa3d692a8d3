package com.smartfitness.fleet;

import org.jspecify.annotations.Nullable;

/**
 * How events come from one service to a queue of another.
 *
 * @param medianMillis from commit at the source to commit at the consumer, of the last minutes; null if nothing came
 * @param tailMillis likewise, what 99 of 100 stay below
 * @param heardSeconds since an event or a heartbeat came
 * @param retried attempts that were put off since the consumer started
 * @param dead messages that were given up, likewise
 * @param drifted rows that were not what the source says, and were repaired, likewise
 * @param verifiedSeconds since the copy was last compared with its source from end to end, or since the consumer started;
 *     null where no copy is kept
 */
public record ReplicationPair(
        String source,
        String queue,
        @Nullable Long medianMillis,
        @Nullable Long tailMillis,
        long heardSeconds,
        long retried,
        long dead,
        long drifted,
        @Nullable Long verifiedSeconds) {}

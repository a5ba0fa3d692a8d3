package com.smartfitness.replication.replica;

import org.jspecify.annotations.Nullable;

/**
 * How far a replica is complete.
 *
 * @param epoch of the source, 0 while unknown
 * @param generation counts the snapshots that were begun; 0 before the first
 * @param running whether a snapshot has begun and not ended
 * @param everComplete whether a snapshot has ever ended, so that the replica can be read
 * @param cursor where the running snapshot goes on; null at its beginning
 * @param applied rows that the running or last snapshot has carried
 */
public record ReplicaProgress(
        long epoch,
        long generation,
        boolean running,
        boolean everComplete,
        @Nullable String cursor,
        long applied) {}

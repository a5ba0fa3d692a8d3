package com.smartfitness.replication.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Asks a source for the next chunk of one kind of aggregate.
 *
 * @param replica the queue that the chunk is to go to
 * @param aggregate kind of aggregate
 * @param generation the consumer's count of its snapshots, returned with the chunk; {@link #INSPECTION} if it only
 *     wants to compare
 * @param after where the chunk begins, exclusive; null for the beginning
 */
public record SnapshotRequest(
        String replica,
        String aggregate,
        long generation,
        @Nullable String after) {

    /** Of no snapshot: those are counted from 1. */
    public static final long INSPECTION = 0;
}

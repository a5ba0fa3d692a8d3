package com.smartfitness.replication.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stretch of a source's published state, in the order of ids.
 *
 * @param generation the snapshot that it belongs to
 * @param epoch the source's epoch, which every row has
 * @param after where the chunk begins, exclusive; null at the beginning
 * @param next where the next one begins; null if this is the last
 * @param sequences in the first chunk, how far the stream of each type had come before it was read, as in a {@link
 *     com.smartfitness.replication.outbox.Heartbeat}; null in others
 * @param busy in a chunk to be compared, the aggregates whose events wait to be sent
 */
public record SnapshotChunk(
        String aggregate,
        long generation,
        long epoch,
        @Nullable String after,
        @Nullable String next,
        @Nullable Map<String, String> sequences,
        Set<String> busy,
        List<Row> rows) {

    public SnapshotChunk {
        busy = busy == null ? Set.of() : Set.copyOf(busy);
        sequences = sequences == null ? null : Map.copyOf(sequences);
        rows = List.copyOf(rows);
    }

    /** Whether it was asked for to be compared, and is part of no snapshot. */
    public boolean isForInspection() {
        return generation == SnapshotRequest.INSPECTION;
    }

    /** The same with some of its rows. */
    public SnapshotChunk only(Set<String> ids) {
        return new SnapshotChunk(
                aggregate,
                generation,
                epoch,
                after,
                next,
                sequences,
                busy,
                rows.stream().filter(row -> ids.contains(row.id())).toList());
    }

    /**
     * One aggregate.
     *
     * @param version the aggregate's counter
     * @param hash of its state, as {@link com.smartfitness.replication.outbox.StateHash#of}
     * @param data what the aggregate's last event said
     */
    public record Row(String id, String type, long version, long hash, Instant time, JsonNode data) {}
}

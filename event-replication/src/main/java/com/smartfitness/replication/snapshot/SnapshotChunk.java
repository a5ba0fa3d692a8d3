package com.smartfitness.replication.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 */
public record SnapshotChunk(
        String aggregate,
        long generation,
        long epoch,
        @Nullable String after,
        @Nullable String next,
        @Nullable Map<String, String> sequences,
        List<Row> rows) {

    public SnapshotChunk {
        sequences = sequences == null ? null : Map.copyOf(sequences);
        rows = List.copyOf(rows);
    }

    /**
     * One aggregate.
     *
     * @param version the aggregate's counter
     * @param data what the aggregate's last event said
     */
    public record Row(String id, String type, long version, Instant time, JsonNode data) {}
}

package com.smartfitness.replication.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stretch of a source's published state, in the order of ids.
 *
 * @param generation the snapshot that it belongs to
 * @param epoch the source's epoch, which every row has
 * @param after where the chunk begins, exclusive; null at the beginning
 * @param next where the next one begins; null if this is the last
 */
public record SnapshotChunk(
        String aggregate,
        long generation,
        long epoch,
        @Nullable String after,
        @Nullable String next,
        List<Row> rows) {

    public SnapshotChunk {
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

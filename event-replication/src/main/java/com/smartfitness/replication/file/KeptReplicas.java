package com.smartfitness.replication.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replicas as the file has them. What cannot be read any more counts as empty, and is said to be so.
 *
 * @param found by name, rows as JSON
 * @param generation after which a replica that begins anew counts its snapshots
 */
record KeptReplicas(JsonMapper json, Map<String, KeptReplica> found, long generation) {

    private static final Logger log = LoggerFactory.getLogger(KeptReplicas.class);
    private static final TypeReference<TreeMap<String, KeptReplica>> BY_NAME = new TypeReference<>() {};

    static KeptReplicas read(ReplicaFile file, Path path, JsonMapper json) throws IOException {
        try {
            byte[] content = file.read().orElse(null);
            return new KeptReplicas(json, content == null ? Map.of() : json.readValue(content, BY_NAME), 0);
        } catch (CorruptFileException | JacksonException e) {
            log.error("{} is damaged ({}). Its replicas begin anew", path, e.getMessage());
            // Chunks that were asked for before may still come, and must not be taken for those of a new snapshot.
            return new KeptReplicas(json, Map.of(), Instant.now().getEpochSecond());
        }
    }

    /** The replica with rows of this shape: what was found if it has them, an empty one otherwise. */
    KeptReplica opened(String name, @Nullable KeptReplica kept, RowShape shape) {
        if (kept == null) {
            return KeptReplica.empty(shape, generation);
        }
        if (kept.shape().equals(shape.text())) {
            try {
                Map<String, KeptRow> rows = new TreeMap<>();
                kept.rows().forEach((id, row) -> rows.put(id, opened(row, shape)));
                return new KeptReplica(kept.shape(), kept.progress(), kept.seen(), rows);
            } catch (JacksonException e) {
                log.warn("Rows of {} cannot be read", name, e);
            }
        }
        log.warn("{} begins anew, because its rows were written in another shape", name);
        return KeptReplica.empty(shape, kept.progress().generation());
    }

    byte[] toBytes(Map<String, KeptReplica> replicas) {
        return json.writeValueAsBytes(replicas);
    }

    private KeptRow opened(KeptRow row, RowShape shape) {
        return row.row() instanceof JsonNode written ? row.withRow(json.treeToValue(written, shape.row())) : row;
    }
}

package com.smartfitness.access.replica;

import com.smartfitness.replication.ReplicaRows;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Replicated rows as they were within the last second, so that a busy gate does not ask the store for the same ones with
 * every face. What is a second old is asked for again: a deactivated user is let in no longer than that.
 */
@Component
class RecentRows {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many are used within a second by nobody; a fuller map is begun anew. */
    private static final int MOST = 10_000;

    private final ReplicaRows replicas;
    private final Map<Place, Seen> rows = new ConcurrentHashMap<>();

    RecentRows(ReplicaRows replicas) {
        this.replicas = replicas;
    }

    private record Place(String table, String id) {}

    private record Seen(Optional<? extends Record> row, long at) {}

    <R extends Record> Optional<R> row(String table, Class<R> type, String id) {
        Place place = new Place(table, id);
        Seen seen = rows.get(place);
        if (seen == null || System.nanoTime() - seen.at > FRESH_NANOS) {
            if (rows.size() > MOST) {
                rows.clear();
            }
            seen = new Seen(replicas.row(table, type, id), System.nanoTime());
            rows.put(place, seen);
        }
        return seen.row.map(type::cast);
    }
}

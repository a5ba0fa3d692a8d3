package com.smartfitness.replication.contract;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A source in memory that changes at random: creates, updates, deletes, creates again, and is restored from backups. */
final class RandomSource {

    /** A chunk of a snapshot on its way. */
    record Chunk(ChunkPlace place, List<ReplicaChange> changes) {}

    private record State(long counter, @Nullable String text) {}

    private static final int AGGREGATES = 150;

    private final Random random;
    private TreeMap<String, State> published = new TreeMap<>();
    private TreeMap<String, State> backup = new TreeMap<>();
    private long epoch = 1;
    private long texts;

    RandomSource(Random random) {
        this.random = random;
    }

    long epoch() {
        return epoch;
    }

    /** Changes one aggregate. Returns what its event says. */
    ReplicaChange change() {
        String id = "note-%03d".formatted(random.nextInt(AGGREGATES));
        State before = published.get(id);
        boolean deleted = before != null && before.text() != null && random.nextInt(4) == 0;
        State after = new State(before == null ? 1 : before.counter() + 1, deleted ? null : "text " + ++texts);
        published.put(id, after);
        return change(id, after);
    }

    void backUp() {
        backup = new TreeMap<>(published);
    }

    /** Loses what has happened since the backup. */
    void restore() {
        published = new TreeMap<>(backup);
        epoch++;
    }

    Chunk chunk(long generation, @Nullable String after) {
        int limit = 1 + random.nextInt(60);
        Map<String, State> rest = after == null ? published : published.tailMap(after, false);
        List<ReplicaChange> changes = rest.entrySet().stream()
                .limit(limit)
                .map(state -> change(state.getKey(), state.getValue()))
                .toList();
        String next = changes.size() < limit ? null : changes.getLast().id();
        return new Chunk(new ChunkPlace(generation, epoch, after, next), changes);
    }

    /** What a complete replica shows. */
    Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        published.forEach((id, state) -> {
            if (state.text() != null) {
                rows.put(id, state.text());
            }
        });
        return rows;
    }

    private ReplicaChange change(String id, State state) {
        return new ReplicaChange(
                id,
                new Version(epoch, state.counter()),
                state.counter(),
                state.text() == null ? null : new KnownNote(id, state.text()));
    }
}

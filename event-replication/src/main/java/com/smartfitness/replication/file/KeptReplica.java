package com.smartfitness.replication.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaProgress.Reason;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A replica at one moment; every change makes another. Rows that are gone stay behind with their versions.
 *
 * @param shape of the rows, as {@link RowShape#text()}
 * @param rows by the aggregate's id
 */
record KeptReplica(String shape, ReplicaProgress progress, Map<String, Version> seen, Map<String, KeptRow> rows) {

    private static final Comparator<String> BYTES =
            (id, other) -> Arrays.compareUnsigned(id.getBytes(UTF_8), other.getBytes(UTF_8));

    /** A replica after some changes, and how many of them took effect. */
    record Applied(KeptReplica replica, int fresh) {}

    /**
     * Nothing is known.
     *
     * @param generation of snapshots whose chunks may still be on their way
     */
    static KeptReplica empty(RowShape shape, long generation) {
        return new KeptReplica(
                shape.text(),
                new ReplicaProgress(0, generation, Reason.NEEDED, false, false, null, 0),
                Map.of(),
                Map.of());
    }

    Applied apply(RowShape checked, List<ReplicaChange> changes, Map<String, Version> places) {
        Map<String, Version> allSeen = new HashMap<>(seen);
        allSeen.putAll(places);
        Map<String, KeptRow> next = new TreeMap<>(rows);
        int fresh = merge(checked, next, changes, KeptReplica::isNewer);
        return new Applied(new KeptReplica(shape, progress, allSeen, next), fresh);
    }

    KeptReplica begin(long epoch) {
        return new KeptReplica(shape, progress.needed(epoch), Map.of(), rows);
    }

    KeptReplica at(ReplicaProgress changed) {
        return new KeptReplica(shape, changed, seen, rows);
    }

    KeptReplica advance(RowShape checked, List<ReplicaChange> changes, ChunkPlace place) {
        Map<String, KeptRow> next = new TreeMap<>(rows);
        merge(checked, next, changes, KeptReplica::isNotOlder);
        for (ReplicaChange change : changes) {
            next.computeIfPresent(change.id(), (id, row) -> row.carriedBy(progress.generation()));
        }
        if (!place.isAwaitedBy(progress)) {
            return new KeptReplica(shape, progress, seen, next);
        }
        if (place.isLast()) {
            next.values().removeIf(row -> isLeftBehind(row, place.epoch()));
        }
        return new KeptReplica(shape, progress.carried(place.epoch(), place.next(), changes.size()), seen, next);
    }

    /** In the order of bytes, which is not that of Java's characters. */
    List<KeptState> states(@Nullable String after, @Nullable String last) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().version().epoch() > 0)
                .filter(row -> after == null || BYTES.compare(row.getKey(), after) > 0)
                .filter(row -> last == null || BYTES.compare(row.getKey(), last) <= 0)
                .sorted(Map.Entry.comparingByKey(BYTES))
                .map(row -> new KeptState(
                        row.getKey(), row.getValue().version(), row.getValue().hash(), true))
                .toList();
    }

    KeptReplica without(Map<String, Version> known) {
        Map<String, KeptRow> next = new TreeMap<>(rows);
        next.entrySet().removeIf(row -> row.getValue().version().equals(known.get(row.getKey())));
        return new KeptReplica(shape, progress, seen, next);
    }

    private int merge(
            RowShape checked,
            Map<String, KeptRow> into,
            List<ReplicaChange> changes,
            BiPredicate<Version, Version> takesEffect) {
        int fresh = 0;
        for (ReplicaChange change : changes) {
            if (change.row() != null) {
                checked.key().check(change, change.row());
            }
            KeptRow known = into.get(change.id());
            if (isOfThisEpoch(change.version())
                    && (known == null || takesEffect.test(change.version(), known.version()))) {
                into.put(
                        change.id(), new KeptRow(change.version(), progress.generation(), change.hash(), change.row()));
                fresh++;
            }
        }
        return fresh;
    }

    private static boolean isNewer(Version version, Version known) {
        return version.compareTo(known) > 0;
    }

    private static boolean isNotOlder(Version version, Version known) {
        return version.compareTo(known) >= 0;
    }

    private boolean isOfThisEpoch(Version version) {
        return version.equals(Version.OUTSIDE) || version.epoch() >= progress.epoch();
    }

    /** Neither the snapshot that ends nor a newer event carried it; what came from outside no snapshot carries. */
    private boolean isLeftBehind(KeptRow row, long epoch) {
        return row.version().epoch() > 0
                && (row.generation() < progress.generation() || row.version().epoch() < epoch);
    }
}

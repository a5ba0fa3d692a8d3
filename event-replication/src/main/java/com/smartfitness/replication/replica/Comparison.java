package com.smartfitness.replication.replica;

import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.outbox.StateHash;
import com.smartfitness.replication.replica.Drift.Kind;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import com.smartfitness.replication.snapshot.StateDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source says of a stretch of aggregates beside what a replica knows of them. */
final class Comparison {

    /**
     * A difference.
     *
     * @param kept what the replica knows; null if it knows nothing
     * @param version what the source has; {@link Version#OUTSIDE} if it has nothing
     */
    record Difference(String id, Kind kind, @Nullable KeptState kept, Version version) {}

    private Comparison() {}

    /** Whether the replica's rows are as they were written and add up to what the source says. */
    static boolean isEqual(StateDigest digest, List<KeptState> kept) {
        List<KeptState> compared = kept.stream()
                .filter(state -> !digest.busy().contains(state.id()))
                .toList();
        return kept.stream().allMatch(KeptState::intact)
                && digest.sum()
                        == compared.stream()
                                .mapToLong(state -> StateHash.print(
                                        state.id(), state.version().counter(), state.hash()))
                                .sum();
    }

    /** Where the replica is not newer than the source and yet not the same. */
    static List<Difference> differences(SnapshotChunk chunk, List<KeptState> kept) {
        Map<String, KeptState> unknown = kept.stream().collect(toMap(KeptState::id, state -> state));
        List<Difference> differences = new ArrayList<>();
        for (SnapshotChunk.Row row : chunk.rows()) {
            KeptState known = unknown.remove(row.id());
            Version version = new Version(chunk.epoch(), row.version());
            Kind kind = kind(row, version, known);
            if (kind != null && !chunk.busy().contains(row.id())) {
                differences.add(new Difference(row.id(), kind, known, version));
            }
        }
        unknown.values()
                .forEach(state -> differences.add(new Difference(state.id(), Kind.UNKNOWN, state, Version.OUTSIDE)));
        return differences;
    }

    private static @Nullable Kind kind(SnapshotChunk.Row row, Version version, @Nullable KeptState known) {
        if (known == null || known.version().compareTo(version) < 0) {
            return Kind.MISSED;
        }
        if (!known.version().equals(version)) {
            return null;
        }
        return !known.intact() ? Kind.ALTERED : known.hash() != row.hash() ? Kind.DIFFERENT : null;
    }
}

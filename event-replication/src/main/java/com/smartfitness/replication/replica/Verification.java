package com.smartfitness.replication.replica;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.consumer.Work.Failures;
import com.smartfitness.replication.replica.Comparison.Difference;
import com.smartfitness.replication.replica.Drift.Kind;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import com.smartfitness.replication.snapshot.SnapshotRequest;
import com.smartfitness.replication.snapshot.StateDigest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves a replica equal to its source, one stretch of ids after the other. Where a digest differs, the source is asked
 * for the stretch itself, and what differs in it is named and repaired: at once where a row is not what replication has
 * written, and when it is seen again where an event that is being retried could still make up for it. What is newer here
 * than there is no difference.
 */
final class Verification {

    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    /** What differs beyond these differs in the next round as well. */
    private static final int STRETCHES = 10_000;

    /** No snapshot has this number, so its chunks carry none on. */
    private static final long NO_SNAPSHOT = -1;

    private final ReplicaDefinition replica;
    private final ReplicaStore store;
    private final Translator translator;
    private final SnapshotAsking asking;
    private final Duration patience;
    private final Deque<StateDigest> differing = new ArrayDeque<>();
    private final Map<String, Suspicion> suspected = new HashMap<>();
    private volatile Verified verified = Verified.NOT_YET;

    /** A difference that was seen before, by {@link System#nanoTime()}. */
    private record Suspicion(Version version, long since) {}

    /** @param patience how long an event may be retried */
    Verification(
            ReplicaDefinition replica,
            ReplicaStore store,
            Translator translator,
            SnapshotAsking asking,
            Duration patience) {
        this.replica = replica;
        this.store = store;
        this.translator = translator;
        this.asking = asking;
        this.patience = patience;
    }

    Verified verified() {
        return verified;
    }

    /** Compares a stretch. Returns how many rows have been repaired without their source. */
    int compare(StateDigest digest) {
        List<KeptState> kept = store.states(replica, digest.after(), digest.last());
        if (Comparison.isEqual(digest, kept)) {
            kept.forEach(state -> suspected.remove(state.id()));
        } else if (differing.size() < STRETCHES) {
            differing.add(digest);
            askIfDue();
        }
        if (digest.last() != null) {
            return 0;
        }
        List<Difference> added = store.removeAdded(replica).stream()
                .map(id -> new Difference(id, Kind.ADDED, null, Version.OUTSIDE))
                .toList();
        verified = verified.atTheEnd(Instant.now());
        return tell(added);
    }

    /** Looks into a stretch that was asked for. Returns how many rows have been repaired. */
    int inspect(SnapshotChunk chunk) throws IOException, InterruptedException {
        awaitNext(chunk);
        List<KeptState> kept = store.states(replica, chunk.after(), chunk.next());
        Map<String, Difference> differences =
                Comparison.differences(chunk, kept).stream().collect(toMap(Difference::id, difference -> difference));
        kept.stream()
                .map(KeptState::id)
                .filter(id -> !differences.containsKey(id))
                .forEach(suspected::remove);
        List<Difference> certain =
                differences.values().stream().filter(this::isCertain).toList();
        repair(chunk, certain);
        certain.forEach(found -> suspected.remove(found.id()));
        return tell(certain);
    }

    /** Asks for the next stretch that differs, unless an answer is awaited. */
    void askIfDue() {
        StateDigest digest = differing.peek();
        if (digest != null && asking.isDue()) {
            asking.send(new SnapshotRequest(
                    replica.name(), replica.aggregate(), SnapshotRequest.INSPECTION, digest.after()));
        }
    }

    /** Nothing that was found before counts any more. */
    void forget() {
        differing.clear();
        suspected.clear();
        asking.hurry();
    }

    /** A stretch that does not fit into one chunk is asked for in parts. */
    private void awaitNext(SnapshotChunk chunk) {
        StateDigest asked = differing.peek();
        if (asked == null || !Objects.equals(asked.after(), chunk.after())) {
            return;
        }
        differing.remove();
        if (chunk.next() != null && (asked.last() == null || isBefore(chunk.next(), asked.last()))) {
            differing.addFirst(asked.from(chunk.next()));
        }
        asking.hurry();
        askIfDue();
    }

    private static boolean isBefore(String id, String other) {
        return Arrays.compareUnsigned(id.getBytes(UTF_8), other.getBytes(UTF_8)) < 0;
    }

    private boolean isCertain(Difference difference) {
        if (difference.kind() == Kind.ALTERED) {
            return true;
        }
        long now = System.nanoTime();
        Suspicion before = suspected.get(difference.id());
        if (before == null || !before.version().equals(difference.version())) {
            suspected.put(difference.id(), new Suspicion(difference.version(), now));
            return false;
        }
        return now - before.since() >= patience.toNanos();
    }

    private void repair(SnapshotChunk chunk, List<Difference> certain) throws IOException, InterruptedException {
        if (certain.isEmpty()) {
            return;
        }
        // As a dead letter it would come again with every round; as drift it is told with every round.
        Failures unrepaired = (message, cause) ->
                log.error("{} of {} cannot be repaired", message.event().subject(), replica.name(), cause);
        List<Translated> rows =
                translator.rows(chunk.only(certain.stream().map(Difference::id).collect(toSet())), unrepaired);
        ChunkPlace place = new ChunkPlace(NO_SNAPSHOT, chunk.epoch(), null, null);
        Isolation.apply(rows, unrepaired, part -> {
            store.advance(replica, Translated.newest(part), place);
            return 0;
        });
        store.remove(
                replica,
                certain.stream()
                        .filter(found -> found.kind() == Kind.UNKNOWN)
                        .map(Difference::kept)
                        .filter(Objects::nonNull)
                        .collect(toMap(KeptState::id, KeptState::version)));
    }

    private int tell(List<Difference> found) {
        for (Difference difference : found) {
            log.warn(
                    "{} was not what {} says: {} was {}",
                    replica.name(),
                    replica.source(),
                    difference.id(),
                    difference.kind());
            verified = verified.with(new Drift(
                    difference.id(), difference.kind(), difference.version().toString(), Instant.now()));
        }
        return found.size();
    }
}

package com.smartfitness.replication.replica;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import com.smartfitness.replication.snapshot.SnapshotRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a replica complete: asks its source for one chunk after the other, at the consumer's own pace. The cursor is
 * stored with the rows, so a snapshot goes on where it was when either side was killed; a chunk that does not come is
 * asked for again. The next chunk is requested before the present one is applied.
 */
final class ReplicaCompletion {

    private static final Logger log = LoggerFactory.getLogger(ReplicaCompletion.class);

    /** Snapshots are counted from 1. */
    private static final long NOT_AWAITED = -1;

    private final ReplicaDefinition replica;
    private final ReplicaStore store;
    private final SnapshotAsking asking;
    private volatile @Nullable ReplicaProgress progress;
    private volatile boolean neededBeforeReady;

    ReplicaCompletion(ReplicaDefinition replica, ReplicaStore store, SnapshotAsking asking) {
        this.replica = replica;
        this.store = store;
        this.asking = asking;
    }

    /** Goes on with a snapshot that was running, or begins one where events may have been missed. */
    void opened(boolean missedEvents) {
        ReplicaProgress found = store.progress(replica);
        if (missedEvents || !(found.everComplete() || found.running())) {
            found = store.begin(replica, found.epoch());
        }
        neededBeforeReady = progress == null && found.running() && !found.mayBeCancelled();
        progress = found;
        asking.hurry();
    }

    /** Begins a snapshot, whatever is running. */
    void restart(long epoch) {
        log.info("{} asks {} for a snapshot of {}", replica.name(), replica.source(), replica.aggregate());
        progress = store.begin(replica, epoch);
        asking.hurry();
    }

    /** Whether this snapshot is the one that is running and makes up for what the replica has missed. */
    boolean isNeeded(long generation) {
        ReplicaProgress known = progress;
        return known != null && known.running() && !known.mayBeCancelled() && known.generation() == generation;
    }

    /** Whether the replica should be the same as a source of this epoch, apart from what is on its way. */
    boolean isComparable(long epoch) {
        ReplicaProgress known = progress;
        return known != null && known.everComplete() && !known.running() && known.epoch() == epoch;
    }

    /** The source's epoch as far as it is known, 0 if it is not. */
    long epoch() {
        ReplicaProgress known = progress;
        return known == null ? 0 : known.epoch();
    }

    /** Whether the replica can be read: complete at least once, and since this process started if it had to be. */
    boolean isReady() {
        ReplicaProgress known = progress;
        return known != null && known.everComplete() && !(neededBeforeReady && known.running());
    }

    @Nullable ReplicaProgress progress() {
        return progress;
    }

    /** Whether the source has been restored since the replica was filled, as far as that is known. */
    boolean isBehindEpoch(long epoch) {
        return epoch() != 0 && epoch > epoch();
    }

    void apply(SnapshotChunk chunk, List<ReplicaChange> changes) {
        ReplicaProgress before = requireNonNull(progress);
        if (isBehindEpoch(chunk.epoch())) {
            restart(chunk.epoch());
            askIfDue();
            return;
        }
        ChunkPlace place = new ChunkPlace(chunk.generation(), chunk.epoch(), chunk.after(), chunk.next());
        if (place.isAwaitedBy(before) && !place.isLast()) {
            ask(chunk.next());
        }
        ReplicaProgress after = store.advance(replica, changes, place);
        progress = after;
        if (before.running() && !after.running() && place.isLast()) {
            neededBeforeReady = false;
            log.info("{} is complete with {} of {}", replica.name(), after.applied(), replica.aggregate());
        }
    }

    /**
     * Looks whether another instance has carried the snapshot on, or an operator wants one or no longer does; asks if
     * nobody does.
     */
    void tick() {
        ReplicaProgress known = progress;
        if (known == null) {
            return;
        }
        ReplicaProgress stored = store.progress(replica);
        if (!stored.equals(known)) {
            progress = stored;
            if (stored.generation() == known.generation()) {
                asking.waitForAnswer();
            } else {
                asking.hurry();
            }
        }
        askIfDue();
    }

    /** Applies some rows of a chunk without moving on. Returns 0: none of them counts as an event. */
    int carry(SnapshotChunk chunk, List<ReplicaChange> changes) {
        store.advance(replica, changes, new ChunkPlace(NOT_AWAITED, chunk.epoch(), chunk.after(), chunk.next()));
        return 0;
    }

    /** Asks where a chunk is awaited and has not been asked for, or has not come for too long. */
    void askIfDue() {
        ReplicaProgress known = progress;
        if (known != null && known.running() && asking.isDue()) {
            ask(known.cursor());
        }
    }

    private void ask(@Nullable String after) {
        long generation = requireNonNull(progress).generation();
        asking.send(new SnapshotRequest(replica.name(), replica.aggregate(), generation, after));
    }
}

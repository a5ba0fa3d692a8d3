package com.smartfitness.replication.replica;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replicas: rows of other services' aggregates, each with the version that it shows. Every method is atomic, and
 * throws {@link StoreUnavailableException} when the store cannot be reached.
 *
 * <p>An aggregate that is gone or not kept leaves its version behind, so that an earlier event cannot bring it back.
 */
public interface ReplicaStore {

    /**
     * Prepares a replica; safe to repeat.
     *
     * @throws IllegalArgumentException if the rows of this shape cannot be kept, with what has to be changed
     */
    void open(ReplicaDefinition replica);

    /**
     * Applies events of any order and any number of repetitions: a change takes effect if it is newer than what the
     * replica shows of its aggregate and not of an epoch that the source has left. A change of {@link Version#OUTSIDE}
     * takes effect if nothing is known of its aggregate.
     *
     * @param changes at most one an aggregate
     * @param seen last place seen in the stream of each type, remembered together with the changes
     * @return how many took effect
     */
    int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen);

    /** Last place seen in the stream of each type since the last snapshot began. */
    Map<String, Version> seen(ReplicaDefinition replica);

    /** How far the replica is complete. */
    ReplicaProgress progress(ReplicaDefinition replica);

    /**
     * Begins a snapshot, in place of one that may be running.
     *
     * @param epoch of the source from now on; 0 if unknown
     */
    ReplicaProgress begin(ReplicaDefinition replica, long epoch);

    /**
     * Begins a snapshot that an operator wants, as {@link ReplicaProgress#wanted()} says. Places in streams are kept,
     * because a snapshot that may be cancelled makes up for nothing.
     */
    ReplicaProgress rebuild(ReplicaDefinition replica);

    /** Ends what {@link #rebuild} has begun; does nothing while another snapshot runs, or none. */
    ReplicaProgress cancel(ReplicaDefinition replica);

    /**
     * Applies a chunk of a snapshot: a change takes effect if the replica shows nothing newer, so that rows which were
     * altered behind the service's back are put right. If the chunk belongs to the running snapshot and begins at its
     * cursor, the cursor moves on; with the last chunk at the latest every row that neither the snapshot nor a newer event
     * carried is removed.
     *
     * @return the progress afterwards
     */
    ReplicaProgress advance(ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place);

    /**
     * What is known of the aggregates in a stretch of ids, in the order of their bytes; without those that came from
     * outside this code base, which no source answers for.
     *
     * @param after where the stretch begins, exclusive; null at the beginning
     * @param last where it ends, inclusive; null at the end
     */
    List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last);

    /** Removes rows that no version stands for, because somebody else has put them there. Returns their ids. */
    List<String> removeAdded(ReplicaDefinition replica);

    /** Removes aggregates with their rows, those that are still known with just this version. */
    void remove(ReplicaDefinition replica, Map<String, Version> known);

    /**
     * Where a chunk stands.
     *
     * @param generation the snapshot that it belongs to
     * @param epoch the source's epoch
     * @param after where the chunk begins, exclusive; null at the beginning
     * @param next where the next one begins; null if this is the last
     */
    record ChunkPlace(
            long generation,
            long epoch,
            @Nullable String after,
            @Nullable String next) {

        /** Whether this is the chunk that a snapshot waits for. */
        public boolean isAwaitedBy(ReplicaProgress progress) {
            return progress.running()
                    && generation == progress.generation()
                    && epoch >= progress.epoch()
                    && Objects.equals(after, progress.cursor());
        }

        /** Whether the snapshot ends with this chunk. */
        public boolean isLast() {
            return next == null;
        }
    }
}

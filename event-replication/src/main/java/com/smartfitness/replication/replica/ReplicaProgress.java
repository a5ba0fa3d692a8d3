package com.smartfitness.replication.replica;

import org.jspecify.annotations.Nullable;

/**
 * How far a replica is complete.
 *
 * @param epoch of the source, 0 while unknown
 * @param generation counts the snapshots that were begun; 0 before the first
 * @param reason why the running or last snapshot was begun, or that it was cancelled
 * @param running whether a snapshot has begun and not ended
 * @param everComplete whether a snapshot has ever ended, so that the replica can be read
 * @param cursor where the running snapshot goes on; null at its beginning
 * @param applied rows that the running or last snapshot has carried
 */
public record ReplicaProgress(
        long epoch,
        long generation,
        Reason reason,
        boolean running,
        boolean everComplete,
        @Nullable String cursor,
        long applied) {

    /** Why there is a snapshot. */
    public enum Reason {
        /** The replica was not complete, or may have missed something. */
        NEEDED,
        /** An operator wants it; the replica was complete before. */
        WANTED,
        /** An operator wanted it, and no longer does. */
        CANCELLED
    }

    /** Whether a snapshot runs without which the replica would be as complete. */
    public boolean mayBeCancelled() {
        return running && reason == Reason.WANTED;
    }

    /** A snapshot that begins now because it is needed. */
    public ReplicaProgress needed(long sourceEpoch) {
        return begun(Math.max(epoch, sourceEpoch), Reason.NEEDED);
    }

    /** A snapshot that an operator wants; unless one runs anyway, or the replica is about to get its first. */
    public ReplicaProgress wanted() {
        return running || !everComplete ? this : begun(epoch, Reason.WANTED);
    }

    /** The end of a snapshot that an operator no longer wants; nothing for others. */
    public ReplicaProgress cancelled() {
        return mayBeCancelled()
                ? new ReplicaProgress(epoch, generation, Reason.CANCELLED, false, everComplete, null, applied)
                : this;
    }

    /** The snapshot has been carried on to a cursor, or to its end where that is null. */
    public ReplicaProgress carried(long sourceEpoch, @Nullable String next, int rows) {
        return new ReplicaProgress(
                sourceEpoch, generation, reason, next != null, everComplete || next == null, next, applied + rows);
    }

    private ReplicaProgress begun(long sourceEpoch, Reason why) {
        return new ReplicaProgress(sourceEpoch, generation + 1, why, true, everComplete, null, 0);
    }
}

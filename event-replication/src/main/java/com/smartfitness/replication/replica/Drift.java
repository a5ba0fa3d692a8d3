package com.smartfitness.replication.replica;

import java.time.Instant;

/**
 * A row that was not what its source says, although everything had arrived. It has been repaired when this is told.
 *
 * @param version of the source's state, {@code <epoch>.<counter>}; 0.0 where it knows none
 */
public record Drift(String id, Kind kind, String version, Instant foundAt) {

    /** What was wrong. */
    public enum Kind {
        /** The row was changed or removed by somebody else than replication. */
        ALTERED,
        /** Somebody else than replication has added the row. */
        ADDED,
        /** The replica shows another state under the same version. */
        DIFFERENT,
        /** The replica does not have the version that it must have. */
        MISSED,
        /** The replica has what the source does not know. */
        UNKNOWN
    }
}

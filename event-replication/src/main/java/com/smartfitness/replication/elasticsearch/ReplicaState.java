package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaProgress.Reason;
import java.util.HashMap;
import java.util.Map;

/**
 * What is remembered of a replica beside its rows.
 *
 * @param shape of the rows
 * @param seen last place seen in the stream of each type, as {@link Version#toString()}
 */
record ReplicaState(String shape, ReplicaProgress progress, Map<String, String> seen) {

    static ReplicaState empty(String shape) {
        return new ReplicaState(shape, new ReplicaProgress(0, 0, Reason.NEEDED, false, false, null, 0), Map.of());
    }

    /** The same with rows of another shape, which have to be brought again before it can be read. */
    ReplicaState reshaped(String next) {
        return new ReplicaState(
                next,
                new ReplicaProgress(
                        progress.epoch(), progress.generation(), Reason.NEEDED, false, false, null, progress.applied()),
                seen);
    }

    ReplicaState at(ReplicaProgress next) {
        return new ReplicaState(shape, next, seen);
    }

    ReplicaState needed(long epoch) {
        return new ReplicaState(shape, progress.needed(epoch), Map.of());
    }

    ReplicaState saw(Map<String, Version> places) {
        Map<String, String> all = new HashMap<>(seen);
        places.forEach((type, place) -> all.put(type, place.toString()));
        return new ReplicaState(shape, progress, all);
    }
}

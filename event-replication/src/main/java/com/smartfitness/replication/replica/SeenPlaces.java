package com.smartfitness.replication.replica;

import com.smartfitness.replication.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link StreamWatch} that is stored with the replica, and asks the store before it says that something is missing. */
final class SeenPlaces {

    private final ReplicaDefinition replica;
    private final ReplicaStore store;
    private final Set<String> types;
    private final StreamWatch watch;

    SeenPlaces(ReplicaDefinition replica, ReplicaStore store, Set<String> types) {
        this.replica = replica;
        this.store = store;
        this.types = types;
        this.watch = new StreamWatch(types, store.seen(replica));
    }

    StreamWatch watch() {
        return watch;
    }

    /** Another instance may have worked off the queue until now; what it has seen is in the store. */
    boolean isGapBefore(String type, Version place) {
        if (!watch.isGapBefore(type, place)) {
            return false;
        }
        watch.learn(store.seen(replica));
        return watch.isGapBefore(type, place);
    }

    boolean isBehind(Map<String, Version> reached) {
        if (!watch.isBehind(reached)) {
            return false;
        }
        watch.learn(store.seen(replica));
        return watch.isBehind(reached);
    }

    /** Of a type that it does not mention the source has sent nothing yet, so that a lost first one shows. */
    Map<String, Version> reached(long epoch, Map<String, String> sequences) {
        Map<String, Version> reached = new HashMap<>();
        types.forEach(type -> reached.put(type, new Version(epoch, 0)));
        sequences.forEach((type, place) -> reached.put(type, Version.parse(place)));
        return reached;
    }

    void save() {
        if (!watch.unsaved().isEmpty()) {
            store.apply(replica, List.of(), watch.unsaved());
            watch.saved();
        }
    }
}

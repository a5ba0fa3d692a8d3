package com.smartfitness.replication.replica;

import com.smartfitness.replication.consumer.Incoming;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the replica is to show after an event.
 *
 * @param message the event, for when the store refuses the change
 */
record Translated(ReplicaChange change, Supplier<Incoming> message) {

    /** One change an aggregate: the newest, or the first of those from outside. */
    static List<ReplicaChange> newest(Collection<Translated> events) {
        Map<String, ReplicaChange> byId = new LinkedHashMap<>();
        for (Translated event : events) {
            byId.merge(
                    event.change().id(),
                    event.change(),
                    (known, next) -> next.version().compareTo(known.version()) > 0 ? next : known);
        }
        return List.copyOf(byId.values());
    }
}

package com.smartfitness.replication.contract;

import com.smartfitness.replication.replica.ReplicaChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Delivers in any order, in batches of any size, some things several times, and loses what it is told to. */
final class RandomWire {

    private static final int LARGEST_BATCH = 60;

    private final Random random;
    private final List<ReplicaChange> inFlight = new ArrayList<>();
    private int delivered;

    RandomWire(Random random) {
        this.random = random;
    }

    void send(ReplicaChange change) {
        int copies = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < copies; i++) {
            inFlight.add(change);
        }
    }

    /** One change an aggregate, as a store is handed them. */
    List<ReplicaChange> deliver() {
        Map<String, ReplicaChange> newest = new HashMap<>();
        for (int size = random.nextInt(LARGEST_BATCH); size >= 0 && !inFlight.isEmpty(); size--) {
            ReplicaChange change = inFlight.remove(random.nextInt(inFlight.size()));
            newest.merge(
                    change.id(), change, (known, next) -> next.version().compareTo(known.version()) > 0 ? next : known);
            delivered++;
        }
        return List.copyOf(newest.values());
    }

    /** Loses the oldest of what is in flight. */
    void lose() {
        inFlight.subList(0, random.nextInt(inFlight.size() + 1)).clear();
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    int delivered() {
        return delivered;
    }
}

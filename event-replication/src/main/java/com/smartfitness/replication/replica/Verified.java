package com.smartfitness.replication.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replica compares with its source, as far as one instance has seen since it was started.
 *
 * @param at when a comparison last came to the end of the replica; null before
 * @param drifted how many rows were not what the source says
 * @param last of these, with the newest at the end
 */
public record Verified(@Nullable Instant at, long drifted, List<Drift> last) {

    static final Verified NOT_YET = new Verified(null, 0, List.of());

    private static final int REMEMBERED = 100;

    public Verified {
        last = List.copyOf(last);
    }

    Verified atTheEnd(Instant now) {
        return new Verified(now, drifted, last);
    }

    Verified with(Drift found) {
        List<Drift> next = new ArrayList<>(last);
        next.add(found);
        return new Verified(at, drifted + 1, next.subList(Math.max(0, next.size() - REMEMBERED), next.size()));
    }
}

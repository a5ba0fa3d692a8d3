package com.smartfitness.replication.snapshot;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source tells everyone who keeps a copy: what a stretch of its published state adds up to. Everything that the
 * digest speaks of was confirmed by the broker before the digest was sent, so a consumer that has come so far in its
 * queue has it, or has lost it.
 *
 * @param epoch the source's epoch
 * @param after where the stretch begins, exclusive; null at the beginning
 * @param last where it ends, inclusive; null if it is the last
 * @param sum of the {@link com.smartfitness.replication.outbox.StateHash#print prints} of its aggregates, modulo 2^64
 * @param busy aggregates that are left out, because events about them wait to be sent
 */
public record StateDigest(
        String aggregate,
        long epoch,
        @Nullable String after,
        @Nullable String last,
        long sum,
        Set<String> busy) {

    public StateDigest {
        busy = Set.copyOf(busy);
    }

    /** The rest of it. */
    public StateDigest from(String later) {
        return new StateDigest(aggregate, epoch, later, last, sum, busy);
    }
}

package com.smartfitness.bench.workload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the n-th change is due. */
interface Schedule {

    Instant due(long n);

    /** As soon as a writer is free: shows what is possible at most. */
    static Schedule asFastAsPossible() {
        return n -> Instant.now();
    }

    /** At even distances, whether or not a writer is free: lateness counts as lag. */
    static Schedule perSecond(int rate) {
        Instant start = Instant.now().plus(100, ChronoUnit.MILLIS);
        return n -> start.plusNanos(n * 1_000_000_000L / rate);
    }
}

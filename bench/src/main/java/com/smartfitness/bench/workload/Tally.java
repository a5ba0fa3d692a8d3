package com.smartfitness.bench.workload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts what a consumer has applied, and how late. Source and consumer share the machine, hence the clock. */
public final class Tally {

    private final Histogram lag = new Histogram(3);
    private long events;
    private long last;

    /** These are committed now. */
    public synchronized void applied(List<Instant> due) {
        Instant now = Instant.now();
        for (Instant instant : due) {
            lag.recordValue(Math.max(0, ChronoUnit.MICROS.between(instant, now)));
        }
        events += due.size();
        last = micros(now);
    }

    synchronized void reset() {
        lag.reset();
        events = 0;
    }

    synchronized Applied report() {
        return new Applied(
                events,
                last,
                new Applied.Lag(
                        millis(lag.getValueAtPercentile(50)),
                        millis(lag.getValueAtPercentile(99)),
                        millis(lag.getMaxValue())));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }
}

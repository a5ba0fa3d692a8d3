package com.smartfitness.bench.workload;

import com.smartfitness.bench.workload.Applied.Lag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Counts what a consumer has applied, and how late events are at each step of their way. Source and consumer share the
 * machine, hence the clock.
 */
public final class Tally {

    private static final String APPLIED = "applied";

    private final Map<String, Histogram> lateness = new LinkedHashMap<>();
    private long events;
    private long last;

    /** Events that were due then have come this far. */
    public synchronized void reached(String step, List<Instant> due) {
        record(step, due, Instant.now());
    }

    /** These are committed now. */
    public synchronized void applied(List<Instant> due) {
        Instant now = Instant.now();
        record(APPLIED, due, now);
        events += due.size();
        last = micros(now);
    }

    synchronized void reset() {
        lateness.clear();
        events = 0;
    }

    synchronized Applied report() {
        return new Applied(events, last, steps());
    }

    synchronized Steps steps() {
        Map<String, Lag> steps = new LinkedHashMap<>();
        lateness.forEach((step, histogram) -> steps.put(step, lag(histogram)));
        return new Steps(steps);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private void record(String step, List<Instant> due, Instant now) {
        Histogram histogram = lateness.computeIfAbsent(step, _ -> new Histogram(3));
        for (Instant instant : due) {
            histogram.recordValue(Math.max(0, ChronoUnit.MICROS.between(instant, now)));
        }
    }

    private static Lag lag(Histogram histogram) {
        return new Lag(
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue()));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }
}

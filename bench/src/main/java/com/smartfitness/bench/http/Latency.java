package com.smartfitness.bench.http;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long requests have taken, in milliseconds, from when each was due.
 *
 * @param failed that were not answered with success, or not at all
 */
public record Latency(
        long requests, long failed, double p50, double p90, double p95, double p99, double p999, double max) {

    private static final double MICROS = 1_000;

    /** Of times that have been measured; what came before it was due counts as at once. */
    public static Latency of(Collection<Duration> times, long failed) {
        Histogram micros = new Histogram(3);
        times.forEach(time -> micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(time.toNanos()))));
        return of(micros, failed);
    }

    static Latency of(Histogram micros, long failed) {
        return new Latency(
                micros.getTotalCount(),
                failed,
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(90) / MICROS,
                micros.getValueAtPercentile(95) / MICROS,
                micros.getValueAtPercentile(99) / MICROS,
                micros.getValueAtPercentile(99.9) / MICROS,
                micros.getMaxValue() / MICROS);
    }

    /** Requests, failures, p50, p95, p99 and the longest, as columns of a table. */
    public String columns() {
        return "%7d  %6d %8.1f %8.1f %8.1f %8.1f".formatted(requests, failed, p50, p95, p99, max);
    }

    /** Requests, failures, p50, p90, p99, p99.9 and the longest, to a hundredth, as columns of a table. */
    public String fineColumns() {
        return "%8d  %6d %8.2f %8.2f %8.2f %8.2f %8.2f".formatted(requests, failed, p50, p90, p99, p999, max);
    }
}

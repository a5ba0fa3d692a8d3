package com.smartfitness.bench.workload;

/**
 * What a consumer has done since it was last told to begin counting.
 *
 * @param events that are committed at the consumer
 * @param last when the last of them was, in microseconds since 1970
 * @param steps how late they were at the consumer
 */
public record Applied(long events, long last, Steps steps) {

    /** Milliseconds after an event was due. */
    public record Lag(double p50, double p99, double max) {}
}

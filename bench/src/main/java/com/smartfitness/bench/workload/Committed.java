package com.smartfitness.bench.workload;

/**
 * What a source has done.
 *
 * @param events that are committed
 * @param first when the first of them was, in microseconds since 1970
 * @param last when the last of them was
 * @param failed transactions that failed
 */
public record Committed(long events, long first, long last, long failed) {}

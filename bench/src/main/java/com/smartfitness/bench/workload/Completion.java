package com.smartfitness.bench.workload;

/**
 * How a consumer got what was there before it.
 *
 * @param complete whether it has all
 * @param seconds from opening its queue to having all; meaningless before
 */
public record Completion(boolean complete, double seconds) {}

package com.smartfitness.bench;

import com.smartfitness.bench.http.Latency;

/**
 * What the benchmark {@code judgement} has found.
 *
 * @param rate photos a second
 * @param photoBytes of each
 * @param answered from when an upload was due to its answer, through the gateway
 * @param judged from the photo's arrival at helper-service to its judgement, by the service's own clock
 * @param refused bad photos, likewise
 * @param memoryBefore resident memory of helper-service before the bad photos, in MB
 * @param memoryAfter the same after them
 */
record JudgementReport(
        MachineFacts machine,
        int rate,
        int photoBytes,
        Latency answered,
        Latency judged,
        Latency refused,
        long memoryBefore,
        long memoryAfter) {

    String text() {
        return """
                judgement: photos of 12 million pixels and %.1f MB, %d a second through the gateway, open loop

                machine  %s, the whole fleet and the load generator on it

                ms                   photos  failed      p50      p95      p99      max
                upload answered     %s
                judged              %s
                bad photo refused   %s

                helper-service had %d MB of memory before the bad photos, %d MB after them
                """.formatted(
                        photoBytes / 1e6,
                        rate,
                        machine,
                        answered.columns(),
                        judged.columns(),
                        refused.columns(),
                        memoryBefore,
                        memoryAfter);
    }
}

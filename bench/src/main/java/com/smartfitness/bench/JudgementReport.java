package com.smartfitness.bench;

import com.smartfitness.bench.http.Latency;

/**
 * What the benchmark {@code judgement} has found.
 *
 * @param rate photos a second
 * @param photoBytes of each
 * @param alone photos sent in while the fleet did nothing else
 * @param samples that models were then trained with
 * @param trainings how long each took, from its start to its end
 * @param beside photos sent in while these trainings ran, one after the other
 * @param refused bad photos, from when each was due to its answer
 * @param memoryBefore resident memory of helper-service before the bad photos, in MB
 * @param memoryAfter the same after them
 */
record JudgementReport(
        MachineFacts machine,
        int rate,
        int photoBytes,
        Sent alone,
        int samples,
        Latency trainings,
        Sent beside,
        Latency refused,
        long memoryBefore,
        long memoryAfter) {

    /**
     * Photos sent in.
     *
     * @param answered from when an upload was due to its answer, through the gateway
     * @param judged from the photo's arrival at helper-service to its judgement, by the service's own clock
     */
    record Sent(Latency answered, Latency judged) {}

    String text() {
        return """
                judgement: photos of 12 million pixels and %.1f MB, %d a second through the gateway, open loop

                machine  %s, the whole fleet and the load generator on it

                ms                   photos  failed      p50      p95      p99      max
                upload answered     %s
                judged              %s
                while models are trained with %d samples, %d times, in %.1f s (median) to %.1f s:
                upload answered     %s
                judged              %s
                bad photo refused   %s

                helper-service had %d MB of memory before the bad photos, %d MB after them
                """.formatted(
                        photoBytes / 1e6,
                        rate,
                        machine,
                        alone.answered().columns(),
                        alone.judged().columns(),
                        samples,
                        trainings.requests(),
                        trainings.p50() / 1000,
                        trainings.max() / 1000,
                        beside.answered().columns(),
                        beside.judged().columns(),
                        refused.columns(),
                        memoryBefore,
                        memoryAfter);
    }
}

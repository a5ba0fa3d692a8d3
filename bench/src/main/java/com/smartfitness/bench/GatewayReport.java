package com.smartfitness.bench;

import com.smartfitness.bench.http.Latency;

/**
 * What the benchmark {@code gateway} has found.
 *
 * @param rate requests a second
 * @param direct over plain HTTP to the service
 * @param gateway over HTTPS to the gateway, which asks the service
 */
record GatewayReport(MachineFacts machine, int rate, int users, Latency direct, Latency gateway) {

    String text() {
        return """
                gateway: what it adds to reading a branch, at %d requests a second of %d users, open loop

                machine  %s, the whole fleet and the load generator on it

                ms       requests  failed      p50      p90      p99    p99.9      max
                direct   %s
                gateway  %s
                added                     %8.2f          %8.2f
                """.formatted(
                        rate,
                        users,
                        machine,
                        direct.fineColumns(),
                        gateway.fineColumns(),
                        gateway.p50() - direct.p50(),
                        gateway.p99() - direct.p99());
    }
}

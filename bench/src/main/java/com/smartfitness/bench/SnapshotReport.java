package com.smartfitness.bench;

import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.workload.Applied.Lag;
import java.util.Map;

/**
 * What the benchmark {@code snapshot} has found.
 *
 * @param rows that the source had when the consumer started
 * @param writes that the source went on committing a second
 * @param seconds from the opening of the consumer's queue until it was complete
 * @param cpu used meanwhile, the consumer's own start included
 * @param liveEvents that were applied meanwhile
 * @param liveLag of these, from due to applied
 */
record SnapshotReport(
        MachineFacts machine,
        String jvm,
        Map<String, String> durability,
        int rows,
        int writes,
        double seconds,
        double rowsPerSecond,
        CpuSeconds cpu,
        long liveEvents,
        Lag liveLag) {

    String text() {
        return """
                snapshot: a consumer that starts with nothing becomes complete while the source goes on writing

                machine     %s
                JVMs        %s, started cold
                PostgreSQL  %s

                rows        %d in %.1f s: %.0f a second
                live        %d events at %d a second; lag in ms: p50 %.1f, p99 %.1f, max %.1f
                CPU seconds source %.1f, consumer %.1f, broker %.1f, store 1 %.1f, store 2 %.1f
                """.formatted(
                        machine,
                        jvm,
                        durability,
                        rows,
                        seconds,
                        rowsPerSecond,
                        liveEvents,
                        writes,
                        liveLag.p50(),
                        liveLag.p99(),
                        liveLag.max(),
                        cpu.source(),
                        cpu.consumer(),
                        cpu.broker(),
                        cpu.sourceStore(),
                        cpu.consumerStore());
    }
}

package com.smartfitness.bench;

import static java.util.Comparator.comparingDouble;

import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.PerfTest;
import com.smartfitness.bench.workload.Steps;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark {@code replication} has found.
 *
 * @param lagRate events a second at which lag was measured
 * @param durability what the stores say of it
 * @param perfTest PerfTest at full speed; null if left out
 * @param perfTestPaced PerfTest at {@code lagRate}; null if left out
 */
record ReplicationReport(
        MachineFacts machine,
        String jvm,
        int lagRate,
        Map<String, String> durability,
        String perfTestSettings,
        PerfTest.@Nullable Result perfTest,
        PerfTest.@Nullable Result perfTestPaced,
        List<Result> contenders) {

    /**
     * One contender's.
     *
     * @param settings that were chosen for it
     * @param steps how late events were at each step of their way
     * @param paced what came through while lag was measured
     */
    record Result(
            String name,
            Map<String, String> settings,
            List<Throughput> throughput,
            Steps steps,
            Throughput paced,
            long failed) {

        /** With the number of writers that suits it best, one event a transaction. */
        Throughput best() {
            return best(1);
        }

        Throughput best(int together) {
            return throughput.stream()
                    .filter(run -> run.together() == together)
                    .max(comparingDouble(Throughput::perSecond))
                    .orElseThrow();
        }
    }

    /**
     * What came through with one number of writers.
     *
     * @param together events a transaction
     * @param events committed and applied
     * @param seconds from the first commit to the last application
     * @param perSecond events applied in these
     * @param committedPerSecond how fast the writers were
     * @param cpu used by everybody in these
     */
    record Throughput(
            int writers,
            int together,
            long events,
            double seconds,
            double perSecond,
            double committedPerSecond,
            CpuSeconds cpu) {}
}

package com.smartfitness.bench;

import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.PerfTest;
import com.smartfitness.bench.workload.Applied.Lag;
import java.util.List;
import java.util.Map;

/**
 * What the benchmark {@code replication} has found.
 *
 * @param durability what the stores say of it
 * @param contenders this code base first
 */
record ReplicationReport(
        MachineFacts machine,
        String jvm,
        int writers,
        int lagRate,
        Map<String, String> durability,
        String perfTestSettings,
        PerfTest.Result perfTest,
        PerfTest.Result perfTestAtLagRate,
        List<Result> contenders) {

    /**
     * One contender's.
     *
     * @param events committed and applied
     * @param perSecond events applied, from the first commit to the last application
     * @param committedPerSecond how fast the writers were meanwhile
     * @param cpu from the first commit to the last application
     * @param lag at the rate of {@code lagRate}
     */
    record Result(
            String name,
            Map<String, String> settings,
            long events,
            double seconds,
            double perSecond,
            double committedPerSecond,
            long failed,
            CpuSeconds cpu,
            Lag lag) {}

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("\nreplication: commit in one process to applied in another\n");
        text.append("machine     %s\n".formatted(machine));
        text.append("JVMs        %s; %d writers, one event a transaction\n".formatted(jvm, writers));
        text.append("PostgreSQL  %s\n".formatted(durability));
        text.append("RabbitMQ    quorum queues, persistent messages, publisher confirms\n");
        text.append("PerfTest    %s\n".formatted(perfTestSettings));
        contenders.forEach(result -> text.append("%-12s%s\n".formatted(result.name(), result.settings())));
        text.append("\n%-10s %10s %10s %12s %9s %9s %9s\n"
                .formatted("", "events/s", "x PerfTest", "commits/s", "p50 ms", "p99 ms", "max ms"));
        text.append("%-10s %10.0f %10s %12s %9.1f %9.1f %9s\n"
                .formatted(
                        "PerfTest",
                        perfTest.perSecond(),
                        "1.00",
                        "-",
                        perfTestAtLagRate.p50(),
                        perfTestAtLagRate.p99(),
                        "-"));
        for (Result result : contenders) {
            text.append("%-10s %10.0f %10.2f %12.0f %9.1f %9.1f %9.1f\n"
                    .formatted(
                            result.name(),
                            result.perSecond(),
                            result.perSecond() / perfTest.perSecond(),
                            result.committedPerSecond(),
                            result.lag().p50(),
                            result.lag().p99(),
                            result.lag().max()));
        }
        Result own = contenders.getFirst();
        contenders.stream()
                .skip(1)
                .forEach(peer -> text.append(
                        "%s is %.1f x %s\n".formatted(own.name(), own.perSecond() / peer.perSecond(), peer.name())));
        text.append("lag at %d events/s, open loop, from due to committed at the consumer\n".formatted(lagRate));
        text.append("\nCPU seconds %9s %9s %9s %9s %9s %9s %9s %12s\n"
                .formatted(
                        "source", "consumer", "broker", "store src", "store cns", "total", "elapsed", "us an event"));
        for (Result result : contenders) {
            CpuSeconds cpu = result.cpu();
            text.append("%-11s %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %12.0f\n"
                    .formatted(
                            result.name(),
                            cpu.source(),
                            cpu.consumer(),
                            cpu.broker(),
                            cpu.sourceStore(),
                            cpu.consumerStore(),
                            cpu.total(),
                            result.seconds(),
                            cpu.total() * 1_000_000 / result.events()));
        }
        return text.toString();
    }
}

package com.smartfitness.bench;

import com.smartfitness.bench.ReplicationReport.Result;
import com.smartfitness.bench.ReplicationReport.Throughput;
import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.PerfTest;
import java.util.Formatter;
import java.util.Locale;
import java.util.Optional;

/** The report of the benchmark {@code replication} for people. */
final class ReplicationTables {

    private static final double MICROS = 1_000_000;

    private final ReplicationReport report;
    private final Formatter out = new Formatter(Locale.ROOT);

    private ReplicationTables(ReplicationReport report) {
        this.report = report;
    }

    static String of(ReplicationReport report) {
        ReplicationTables tables = new ReplicationTables(report);
        tables.conditions();
        tables.results();
        tables.lags();
        tables.limits();
        return tables.out.toString();
    }

    private void conditions() {
        out.format("replication: commit in one process to applied in another%n");
        out.format("%n");
        out.format("machine     %s%n", report.machine());
        out.format("JVMs        %s%n", report.jvm());
        out.format("PostgreSQL  %s%n", report.durability());
        out.format("RabbitMQ    quorum queues, persistent messages, publisher confirms%n");
        out.format("PerfTest    %s%n", report.perfTestSettings());
        for (Result result : report.contenders()) {
            out.format("%s%n", result.name());
            result.settings().forEach((name, value) -> out.format("            %s=%s%n", name, value));
        }
    }

    private void results() {
        out.format("%n");
        out.format("%-11s %8s %9s %9s %11s %7s%n", "", "writers", "together", "events/s", "x PerfTest", "x bare");
        PerfTest.Result perfTest = report.perfTest();
        Optional<Result> bare = result(Contender.BARE);
        if (perfTest != null) {
            out.format("%-11s %8s %9s %9.0f %11.2f %7s%n", "PerfTest", "-", "-", perfTest.perSecond(), 1.0, "-");
        }
        for (Result result : report.contenders()) {
            for (Throughput run : result.throughput()) {
                out.format(
                        "%-11s %8d %9d %9.0f %11s %7s%n",
                        result.name(),
                        run.writers(),
                        run.together(),
                        run.perSecond(),
                        perfTest == null ? "-" : "%.2f".formatted(run.perSecond() / perfTest.perSecond()),
                        bare.map(floor -> "%.2f"
                                        .formatted(run.perSecond()
                                                / floor.best(run.together()).perSecond()))
                                .orElse("-"));
            }
        }
        result(Contender.FLEET)
                .ifPresent(fleet -> result(Contender.NAMASTACK)
                        .ifPresent(peer -> out.format(
                                "%s is %.2f x %s, best against best, one event a transaction%n",
                                fleet.name(),
                                fleet.best().perSecond() / peer.best().perSecond(),
                                peer.name())));
    }

    private Optional<Result> result(String name) {
        return report.contenders().stream()
                .filter(result -> result.name().equals(name))
                .findFirst();
    }

    private void lags() {
        out.format("%n");
        out.format("%-11s %8s %8s %8s  ms at %d a second, open loop%n", "lag", "p50", "p99", "max", report.lagRate());
        PerfTest.Result paced = report.perfTestPaced();
        if (paced != null) {
            out.format("%-11s %8.1f %8.1f %8s  from sent to received%n", "PerfTest", paced.p50(), paced.p99(), "-");
        }
        for (Result result : report.contenders()) {
            result.steps()
                    .lags()
                    .forEach((step, lag) -> out.format(
                            "%-11s %8.1f %8.1f %8.1f  from due to %s%n",
                            result.name(), lag.p50(), lag.p99(), lag.max(), step));
            if (result.failed() > 0) {
                out.format("%d transactions of %s FAILED%n", result.failed(), result.name());
            }
        }
    }

    private void limits() {
        out.format("%n");
        out.format(
                "%-11s %8s %8s %8s %8s %8s %8s %8s %9s %9s%n",
                "CPU seconds",
                "writers",
                "together",
                "source",
                "consumer",
                "broker",
                "store 1",
                "store 2",
                "of",
                "us/event");
        for (Result result : report.contenders()) {
            result.throughput().forEach(run -> limit(result.name(), run));
        }
        out.format("at %d a second%n", report.lagRate());
        report.contenders().forEach(result -> limit(result.name(), result.paced()));
    }

    private void limit(String name, Throughput run) {
        CpuSeconds cpu = run.cpu();
        out.format(
                "%-11s %8d %8d %8.1f %8.1f %8.1f %8.1f %8.1f %9.1f %9.0f%n",
                name,
                run.writers(),
                run.together(),
                cpu.source(),
                cpu.consumer(),
                cpu.broker(),
                cpu.sourceStore(),
                cpu.consumerStore(),
                run.seconds() * report.machine().processors(),
                cpu.total() * MICROS / run.events());
    }
}

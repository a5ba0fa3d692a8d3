package com.smartfitness.bench;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.monitoring.MonitoringLoad;
import com.smartfitness.bench.monitoring.MonitoringLoad.Outage;
import com.smartfitness.bench.monitoring.MonitoringLoad.Phases;
import com.smartfitness.bench.monitoring.MonitoringLoad.Result;
import com.smartfitness.bench.monitoring.MonitoringLoad.Steady;
import com.smartfitness.devices.simulation.Happenings;
import com.smartfitness.fleet.simulation.Size;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All devices of a chain report to the whole fleet, some fail or fall silent, and owners hear of it; then the store goes. */
@Command(name = "monitoring", description = "Devices that report, and what owners hear of their faults.")
final class MonitoringBenchmark implements Callable<Integer> {

    private static final int PORT_OFFSET = 14_000;
    private static final int DEVICES_OF_A_BRANCH = 30;
    private static final int CUSTOMERS = 5;

    @Mixin
    private RunOptions options;

    @Option(names = "--devices", defaultValue = "3000", description = "A multiple of 30. Default: ${DEFAULT-VALUE}")
    private int devices = 3_000;

    @Option(names = "--seconds", defaultValue = "600", description = "Measured time. Default: ${DEFAULT-VALUE}")
    private int seconds = 600;

    @Option(
            names = "--outage",
            defaultValue = "60",
            description = "Seconds without the database afterwards; 0 for none. Default: ${DEFAULT-VALUE}")
    private int outage = 60;

    @Option(names = "--faults", defaultValue = "60", description = "A minute. Default: ${DEFAULT-VALUE}")
    private int faults = 60;

    @Option(names = "--silences", defaultValue = "12", description = "A minute. Default: ${DEFAULT-VALUE}")
    private int silences = 12;

    @Option(names = "--entries", defaultValue = "60", description = "A minute. Default: ${DEFAULT-VALUE}")
    private int entries = 60;

    MonitoringBenchmark() {
        this(new RunOptions());
    }

    MonitoringBenchmark(RunOptions options) {
        this.options = options;
    }

    private record Report(MachineFacts machine, int devices, Result result) {}

    @Override
    public Integer call() throws Exception {
        int branches = options.quick ? 10 : devices / DEVICES_OF_A_BRANCH;
        Size size = new Size(branches, 1, 1, DEVICES_OF_A_BRANCH - 2, CUSTOMERS);
        Phases phases = new Phases(
                options.seconds(30, 15),
                options.seconds(seconds, 60),
                outage == 0 ? 0 : options.seconds(outage, 20),
                options.seconds(60, 20));
        WholeFleet.measure("monitoring", PORT_OFFSET, fleet -> {
            Result result = new MonitoringLoad(fleet, Progress::say)
                    .run(size, Happenings.ofAMinute(faults, silences, entries, 1), phases);
            Report report = new Report(MachineFacts.read(), size.devices(), result);
            Reports.tell("monitoring", text(report), report);
        });
        return 0;
    }

    private String text(Report report) {
        Steady steady = report.result().steady();
        Outage without = report.result().outage();
        StringBuilder text = new StringBuilder("""
                monitoring: %d devices report every 10 s through the gateway, %d a minute fail, %d fall silent, %d entries

                machine     %s, the whole fleet, the devices and the owners on it
                measured    %d s; answers by status %s
                ms                              due  missed      p50      p90      p99      max
                report answered             %s
                error -> owner's stream     %s
                silence of 30 s -> stream   %s
                database    %.1f MB before, %.1f MB after
                """.formatted(
                        report.devices(),
                        faults,
                        silences,
                        entries,
                        report.machine(),
                        steady.seconds(),
                        steady.statuses(),
                        line(steady.reports()),
                        line(steady.errors().latency()),
                        line(steady.silences().latency()),
                        steady.databaseBefore() / 1e6,
                        steady.databaseAfter() / 1e6));
        text.append("            cores  resident MB\n");
        steady.cores()
                .forEach((name, cores) -> text.append("  %-20s %6.3f %8d%n"
                        .formatted(name, cores, steady.residentMegabytes().get(name))));
        if (without.seconds() > 0) {
            text.append("""
                    %d s without monitoring-db, and a while afterwards; answers by status %s
                    error -> owner's stream     %s
                    """.formatted(
                    without.seconds(), without.statuses(), line(without.errors().latency())));
        }
        text.append("alerts of what had not happened, or told twice: %s%s%n"
                .formatted(
                        report.result().wrongAlerts(),
                        report.result().listening()
                                ? ""
                                : "; an owner's stream has ended early, so misses may be of that"));
        return text.toString();
    }

    private static String line(Latency latency) {
        return "%7d  %6d %8.1f %8.1f %8.1f %8.1f"
                .formatted(
                        latency.requests() + latency.failed(),
                        latency.failed(),
                        latency.p50(),
                        latency.p90(),
                        latency.p99(),
                        latency.max());
    }
}

package com.smartfitness.bench;

import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.HotMethods;
import com.smartfitness.bench.machine.PerfTest;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import com.smartfitness.stack.BrokerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Commit in one process to applied in another, beside RabbitMQ's PerfTest and Namastack Outbox on the same servers. */
@Command(name = "replication", description = "Throughput and lag from commit in one process to applied in another.")
final class ReplicationBenchmark implements Callable<Integer> {

    private static final double MICROS = 1_000_000;

    @Mixin
    private RunOptions options;

    @Option(names = "--seconds", defaultValue = "20", description = "How long writers write. Default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    @Option(
            names = "--lag-seconds",
            defaultValue = "30",
            description = "How long lag is measured. Default: ${DEFAULT-VALUE}")
    private int lagSeconds = 30;

    @Option(
            names = "--rate",
            defaultValue = "500",
            description = "Events a second at which lag is measured. Default: ${DEFAULT-VALUE}")
    private int rate = 500;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description = "Seconds at full speed before anything counts. Default: ${DEFAULT-VALUE}")
    private int warmUp = 15;

    @Option(names = "--without-peers", description = "Measure this code base alone, to tune it.")
    private boolean withoutPeers;

    ReplicationBenchmark() {
        this(new RunOptions());
    }

    ReplicationBenchmark(RunOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Progress.say("Starting the servers");
        try (Servers servers = Servers.start()) {
            BrokerFacts broker = servers.newVirtualHost(PerfTest.SERVICE, PerfTest.SERVICE);
            PerfTest.Result most = perfTest(broker, options.seconds(seconds, 3), 0);
            PerfTest.Result paced = perfTest(broker, options.seconds(lagSeconds, 3), rate);
            List<ReplicationReport.Result> results = new ArrayList<>();
            results.add(measure(Contender.fleet(), servers));
            if (!withoutPeers) {
                results.add(measure(Contender.namastack(), servers));
            }
            ReplicationReport report = new ReplicationReport(
                    MachineFacts.read(),
                    options.jvm,
                    options.writers,
                    rate,
                    servers.durability(),
                    PerfTest.settings(),
                    most,
                    paced,
                    results);
            System.out.println(report.text());
            System.out.println("as JSON: " + Reports.write("replication", report));
        }
        return 0;
    }

    private PerfTest.Result perfTest(BrokerFacts broker, int duration, int perSecond) throws Exception {
        Progress.say("PerfTest, %s, %d s".formatted(perSecond == 0 ? "full speed" : perSecond + " a second", duration));
        return PerfTest.run(broker, duration, perSecond, options.jvmOptions());
    }

    private ReplicationReport.Result measure(Contender contender, Servers servers) throws Exception {
        Progress.say("Starting source and consumer of " + contender.name());
        ReplicationReport.Result result;
        try (Pair pair = Pair.start(contender, servers, options)) {
            run(pair, contender.name() + ": warm-up", load(), options.seconds(warmUp, 3));
            CpuSeconds before = servers.cpu(pair.source(), pair.consumer());
            Run throughput = run(pair, contender.name() + ": throughput", load(), options.seconds(seconds, 3));
            CpuSeconds cpu = servers.cpu(pair.source(), pair.consumer()).since(before);
            run(pair, contender.name() + ": settling at the pace", pace(), options.seconds(5, 1));
            Run lag = run(pair, contender.name() + ": lag", pace(), options.seconds(lagSeconds, 3));
            Committed committed = throughput.committed();
            double elapsed = (throughput.applied().last() - committed.first()) / MICROS;
            result = new ReplicationReport.Result(
                    contender.name(),
                    contender.settings(),
                    committed.events(),
                    elapsed,
                    committed.events() / elapsed,
                    committed.events() * MICROS / (committed.last() - committed.first()),
                    committed.failed() + lag.committed().failed(),
                    cpu,
                    lag.applied().lag());
        }
        if (options.profile) {
            for (String side : List.of("-source", "-consumer")) {
                System.out.println(contender.name() + side + HotMethods.in(Pair.recording(contender.name() + side)));
            }
        }
        return result;
    }

    private record Run(Committed committed, Applied applied) {}

    private Run run(Pair pair, String phase, String order, int duration) throws InterruptedException {
        pair.consumer().tell("reset");
        pair.source().tell(order);
        Progress.during(phase, duration);
        Committed committed = pair.source().ask(Committed.class, "stop");
        return new Run(committed, pair.drained(committed));
    }

    private String load() {
        return "load %d %d".formatted(options.writers, options.branches);
    }

    private String pace() {
        return "pace %d %d %d".formatted(options.writers, options.branches, rate);
    }
}

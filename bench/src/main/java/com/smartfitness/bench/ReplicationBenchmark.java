package com.smartfitness.bench;

import com.smartfitness.bench.ReplicationReport.Result;
import com.smartfitness.bench.machine.PerfTest;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.stack.BrokerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commit in one process to applied in another, beside RabbitMQ's PerfTest and Namastack Outbox on the same servers. */
@Command(name = "replication", description = "Throughput and lag from commit in one process to applied in another.")
final class ReplicationBenchmark extends Benchmark {

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

    @Option(
            names = "--writers",
            split = ",",
            defaultValue = "4,16",
            description = "Numbers of threads that write, each in a run of its own. Default: ${DEFAULT-VALUE}")
    private List<Integer> writers = List.of(4, 16);

    @Option(
            names = "--together",
            defaultValue = "20",
            description = "Events a transaction in one run more; 1 leaves it out. Default: ${DEFAULT-VALUE}")
    private int together = 20;

    @Option(
            names = "--contenders",
            split = ",",
            defaultValue = "perftest,bare,fleet,namastack",
            description = "Who is measured. Default: ${DEFAULT-VALUE}")
    private Set<String> contenders = Set.of(PerfTest.SERVICE, Contender.BARE, Contender.FLEET, Contender.NAMASTACK);

    ReplicationBenchmark() {
        this(new RunOptions());
    }

    ReplicationBenchmark(RunOptions options) {
        super(options);
    }

    @Override
    void run(Servers servers) throws Exception {
        ReplicationReport report = new ReplicationReport(
                MachineFacts.read(),
                options().jvm(),
                rate,
                servers.durability(),
                PerfTest.settings(),
                perfTest(servers, options().seconds(seconds, 2), 0),
                perfTest(servers, options().seconds(lagSeconds, 2), rate),
                measured(servers));
        Reports.tell("replication", ReplicationTables.of(report), report);
    }

    private PerfTest.@Nullable Result perfTest(Servers servers, int duration, int perSecond) throws Exception {
        if (!contenders.contains(PerfTest.SERVICE)) {
            return null;
        }
        Progress.say("PerfTest: %s, %d s".formatted(perSecond == 0 ? "full speed" : perSecond + " a second", duration));
        BrokerFacts broker = servers.newVirtualHost(PerfTest.SERVICE, PerfTest.SERVICE);
        try {
            return PerfTest.run(broker, duration, perSecond, options().jvmOptions());
        } finally {
            servers.discard(PerfTest.SERVICE);
        }
    }

    private List<Result> measured(Servers servers) throws Exception {
        Phases phases = new Phases(
                options().seconds(warmUp, 1),
                options().seconds(seconds, 2),
                options().seconds(lagSeconds, 2),
                rate,
                options().quick ? List.of(writers.getLast()) : writers,
                options().quick ? 1 : together,
                options().branches);
        List<Result> results = new ArrayList<>();
        for (Contender contender : List.of(
                Contender.bare(),
                Contender.fleet(options().tried("replication.")),
                Contender.namastack(options().tried("namastack.")))) {
            if (contenders.contains(contender.name())) {
                Progress.say("Starting source and consumer of " + contender.name());
                Stage stage = Stage.prepare(contender.name(), contender, servers, options());
                try (Pair pair = Pair.start(stage)) {
                    results.add(phases.measure(contender, pair, servers));
                    stage.requireEqual();
                }
                servers.discard(contender.name());
                stage.printProfiles();
            }
        }
        return results;
    }
}

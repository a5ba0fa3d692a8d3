package com.smartfitness.bench;

import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.Program;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import com.smartfitness.bench.workload.Completion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast a consumer that starts with nothing becomes complete, while the source goes on writing. */
@Command(name = "snapshot", description = "Rebuild of a replica while writes go on.")
final class SnapshotBenchmark extends Benchmark {

    private static final int WRITERS = 4;
    private static final int POLL_MILLIS = 100;

    @Option(
            names = "--rows",
            defaultValue = "200000",
            description = "Rows that the source has. Default: ${DEFAULT-VALUE}")
    private int rows = 200_000;

    @Option(
            names = "--writes",
            defaultValue = "200",
            description = "Changes a second meanwhile. Default: ${DEFAULT-VALUE}")
    private int writes = 200;

    SnapshotBenchmark() {
        this(new RunOptions());
    }

    SnapshotBenchmark(RunOptions options) {
        super(options);
    }

    @Override
    void run(Servers servers) throws Exception {
        int size = options().quick ? Math.min(rows, 5_000) : rows;
        Stage stage = Stage.prepare("snapshot", Contender.fleet(options().tried("replication.")), servers, options());
        SnapshotReport report;
        try (Program source = stage.startSource()) {
            fill(stage, source, size);
            report = rebuild(stage, source, servers, size);
        }
        stage.printProfiles();
        Reports.tell("snapshot", report.text(), report);
    }

    private static void fill(Stage stage, Program source, int size) throws Exception {
        Progress.say("Filling the source with %d rows".formatted(size));
        SinkQueue.declare(stage.broker());
        source.tell("fill " + size);
        while (!source.ask(Boolean.class, "sent")) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private SnapshotReport rebuild(Stage stage, Program source, Servers servers, int size) throws Exception {
        source.tell("pace %d %d %d".formatted(WRITERS, size, writes));
        Progress.say("Starting a consumer that has nothing");
        CpuSeconds before = servers.cpu(source);
        try (Program consumer = stage.startConsumer()) {
            Pair pair = new Pair(source, consumer);
            Completion completion = pair.completed();
            Applied live = consumer.ask(Applied.class, "report");
            CpuSeconds cpu = servers.cpu(source, consumer).since(before);
            Committed committed = source.ask(Committed.class, "stop");
            awaitEqual(stage);
            if (committed.failed() > 0) {
                throw new IllegalStateException("%d transactions failed".formatted(committed.failed()));
            }
            return new SnapshotReport(
                    MachineFacts.read(),
                    options().jvm(),
                    servers.durability(),
                    size,
                    writes,
                    completion.seconds(),
                    size / completion.seconds(),
                    cpu,
                    live.events(),
                    live.steps().applied());
        }
    }

    /** What was committed before the consumer came is in no count of its, so the rows themselves must tell. */
    private static void awaitEqual(Stage stage) throws Exception {
        for (int tries = 50; tries > 0 && !stage.isEqual(); tries--) {
            Thread.sleep(POLL_MILLIS);
        }
        stage.requireEqual();
    }
}

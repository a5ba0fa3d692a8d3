package com.smartfitness.bench;

import com.smartfitness.bench.gate.GateLoad;
import com.smartfitness.bench.machine.Stalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A gate's question, from when it is due until it is answered: proof, search, entry and event on disk, signed command. */
@Command(name = "gate", description = "Verification of faces at the gate, over HTTP.")
final class GateBenchmark implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Option(names = "--faces", defaultValue = "11000", description = "Enrolled faces. Default: ${DEFAULT-VALUE}")
    private int faces = 11_000;

    @Option(names = "--rate", defaultValue = "200", description = "Questions a second. Default: ${DEFAULT-VALUE}")
    private int rate = 200;

    @Option(names = "--seconds", defaultValue = "300", description = "Duration. Default: ${DEFAULT-VALUE}")
    private int seconds = 300;

    GateBenchmark() {
        this(new RunOptions());
    }

    GateBenchmark(RunOptions options) {
        this.options = options;
    }

    private record Report(MachineFacts machine, Stalls stalls, int faces, int rate, GateLoad.Result result) {}

    @Override
    public Integer call() throws Exception {
        int people = options.quick ? 200 : faces;
        Stalls stalls = Stalls.measure(options.seconds(10, 1));
        GateLoad.Result result = new GateLoad(Progress::say, options::jvmOptionsOf)
                .run(people, rate, options.seconds(120, 2), options.seconds(seconds, 3));
        MachineFacts machine = MachineFacts.read();
        StringBuilder text = new StringBuilder("""
                gate: %d faces of 512 dimensions, %d questions a second, open loop, nine in ten of enrolled people

                machine    %s, with Redis, the broker and the load generator on it
                stalls     %s, before anything ran
                ready      %.1f s after the start
                ms              requests  failed      p50      p90      p99    p99.9      max
                directly        %s
                gateway         %s
                """.formatted(
                        people,
                        rate,
                        machine,
                        stalls,
                        result.readyAfter(),
                        result.directly().latency().fineColumns(),
                        result.throughGateway().latency().fineColumns()));
        result.steps()
                .forEach((step, time) -> text.append("  %-24s %8.2f %17.2f%n".formatted(step, time.p50(), time.p99())));
        text.append("CPU ms for each question     directly  gateway%n".formatted());
        result.throughGateway()
                .cpu()
                .forEach((name, taken) -> text.append("  %-24s %10.2f %8.2f%n"
                        .formatted(name, result.directly().cpu().getOrDefault(name, 0.0), taken)));
        Reports.tell("gate-" + people, text.toString(), new Report(machine, stalls, people, rate, result));
        return 0;
    }
}

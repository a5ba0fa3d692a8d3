package com.smartfitness.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** Runs benchmarks: those named on the command line, or all. */
@Command(
        name = "bench",
        description = "Measures this code base beside its peers. Without a name, everything is measured.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {ReplicationBenchmark.class, SnapshotBenchmark.class})
final class Bench implements Callable<Integer> {

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setUsageHelpAutoWidth(true);
    }

    @Override
    public Integer call() throws Exception {
        return Math.max(new ReplicationBenchmark(options).call(), new SnapshotBenchmark(options).call());
    }
}

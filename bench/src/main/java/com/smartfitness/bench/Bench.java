package com.smartfitness.bench;

import com.smartfitness.bench.machine.Servers;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs benchmarks: those named on the command line, or all. */
@Command(
        name = "bench",
        description = "Measures this code base beside its peers. Without a name, everything is measured.",
        subcommands = {
            ReplicationBenchmark.class,
            SnapshotBenchmark.class,
            StartupBenchmark.class,
            GatewayBenchmark.class,
            GateBenchmark.class,
            LoginBenchmark.class
        })
final class Bench implements Callable<Integer> {

    @CommandLine.Mixin
    private RunOptions options = new RunOptions();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setUsageHelpAutoWidth(true).setAbbreviatedSubcommandsAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        Progress.say("Starting the servers");
        try (Servers servers = Servers.start()) {
            new ReplicationBenchmark(options).run(servers);
            new SnapshotBenchmark(options).run(servers);
        }
        // There is no quick look at these.
        if (!options.quick) {
            new StartupBenchmark().call();
            new LoginBenchmark().call();
        }
        new GatewayBenchmark(options).call();
        return new GateBenchmark(options).call();
    }
}

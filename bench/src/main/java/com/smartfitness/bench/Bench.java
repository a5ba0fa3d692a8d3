package com.smartfitness.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.smartfitness.bench.machine.Servers;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs benchmarks: those named on the command line, or all. */
@Command(
        name = "bench",
        description = "Measures this code base beside its peers. Without a name, everything is measured.",
        subcommands = {
            ReplicationBenchmark.class,
            SnapshotBenchmark.class,
            RebuildBenchmark.class,
            StartupBenchmark.class,
            GatewayBenchmark.class,
            GateBenchmark.class,
            PhotosBenchmark.class,
            FacesBenchmark.class,
            MonitoringBenchmark.class,
            SearchBenchmark.class,
            SearchServiceBenchmark.class,
            JudgementBenchmark.class,
            LoginBenchmark.class
        })
final class Bench extends Benchmark {

    Bench() {
        super(new RunOptions());
    }

    public static void main(String[] arguments) {
        // Seconds. Devices keep their connections; the JDK's client would make new ones after a pause.
        System.setProperty("jdk.httpclient.keepalive.timeout", "600");
        // Who asks shares the processors with what is measured: native code, where there is some, takes less of them.
        AmazonCorrettoCryptoProvider.install();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setUsageHelpAutoWidth(true).setAbbreviatedSubcommandsAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        super.call();
        // There is no quick look at what runs the fleet's own jars.
        if (!options().quick) {
            new StartupBenchmark().call();
            new LoginBenchmark(options()).call();
            new GatewayBenchmark(options()).call();
            new GateBenchmark(options()).call();
            new PhotosBenchmark(options()).call();
            new FacesBenchmark().call();
            new MonitoringBenchmark(options()).call();
            new SearchBenchmark(options()).call();
            new SearchServiceBenchmark(options()).call();
            new JudgementBenchmark(options()).call();
            new RebuildBenchmark(options()).call();
        }
        return 0;
    }

    @Override
    void run(Servers servers) throws Exception {
        new ReplicationBenchmark(options()).run(servers);
        new SnapshotBenchmark(options()).run(servers);
    }
}

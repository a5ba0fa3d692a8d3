package com.smartfitness.bench;

import com.smartfitness.bench.chain.ChainLoad;
import com.smartfitness.bench.machine.Stalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A search for branches at search-service, from when it is due, beside the bare query that the service sends its store. */
@Command(name = "search-service", description = "Searches for branches, beside the bare query of the store.")
final class SearchServiceBenchmark implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Option(names = "--chain", defaultValue = "1000", description = "Branches. Default: ${DEFAULT-VALUE}")
    private int chain = 1_000;

    @Option(names = "--reviews", defaultValue = "100000", description = "Of all together. Default: ${DEFAULT-VALUE}")
    private int reviews = 100_000;

    @Option(names = "--rate", defaultValue = "20", description = "Searches a second. Default: ${DEFAULT-VALUE}")
    private int rate = 20;

    @Option(names = "--seconds", defaultValue = "10", description = "Of each turn. Default: ${DEFAULT-VALUE}")
    private int seconds = 10;

    SearchServiceBenchmark() {
        this(new RunOptions());
    }

    SearchServiceBenchmark(RunOptions options) {
        this.options = options;
    }

    private record Report(
            MachineFacts machine, Stalls stalls, int branches, int reviews, int rate, ChainLoad.Result result) {}

    @Override
    public Integer call() throws Exception {
        int branches = options.quick ? 50 : chain;
        int texts = options.quick ? 1_000 : reviews;
        Stalls stalls = Stalls.measure(options.seconds(10, 1));
        ChainLoad.Result result = new ChainLoad(Progress::say, options.jvmOptionsOf("search-service"), branches, texts)
                .run(rate, options.seconds(240, 2), options.seconds(seconds, 1));
        MachineFacts machine = MachineFacts.read();
        String text = """
                search-service: %d branches with %d reviews, %d searches a second in Korean and English, open loop

                machine    %s, with Elasticsearch %s, the broker and the load generator on it
                stalls     %s, before anything ran
                filled     %.1f s from the last branch's event until all are found by their reviews and read
                ms           requests  failed      p50      p95      p99      max
                service      %s
                bare query   %s
                ratio                        %8.2f %8.2f %8.2f
                """.formatted(
                        branches,
                        texts,
                        rate,
                        machine,
                        result.elasticsearch(),
                        stalls,
                        result.secondsToRead(),
                        result.service().columns(),
                        result.bare().columns(),
                        result.service().p50() / result.bare().p50(),
                        result.service().p95() / result.bare().p95(),
                        result.service().p99() / result.bare().p99());
        Reports.tell("search-service", text, new Report(machine, stalls, branches, texts, rate, result));
        return 0;
    }
}

package com.smartfitness.bench;

import com.smartfitness.bench.machine.Servers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** Something that is measured: alone, on servers of its own, or on those of a run that measures more. */
abstract class Benchmark implements Callable<Integer> {

    @Mixin
    private final RunOptions options;

    Benchmark(RunOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Progress.say("Starting the servers");
        try (Servers servers = Servers.start()) {
            run(servers);
        }
        return 0;
    }

    final RunOptions options() {
        return options;
    }

    abstract void run(Servers servers) throws Exception;
}

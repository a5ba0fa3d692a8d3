package com.smartfitness.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How fast a consumer that starts with nothing becomes complete, while the source goes on writing. */
@Command(name = "snapshot", description = "Rebuild of a replica while writes go on.")
final class SnapshotBenchmark implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    SnapshotBenchmark() {
        this(new RunOptions());
    }

    SnapshotBenchmark(RunOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        return 0;
    }
}

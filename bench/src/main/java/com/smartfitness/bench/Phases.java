package com.smartfitness.bench;

import com.smartfitness.bench.ReplicationReport.Result;
import com.smartfitness.bench.ReplicationReport.Throughput;
import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import com.smartfitness.bench.workload.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * What one contender goes through.
 *
 * @param warmUp seconds at full speed before anything counts
 * @param seconds of each run at full speed
 * @param lagSeconds of the run at {@code rate} events a second
 * @param writers numbers of writers to try
 * @param together events a transaction in one run more
 */
record Phases(int warmUp, int seconds, int lagSeconds, int rate, List<Integer> writers, int together, int branches) {

    private static final double MICROS = 1_000_000;
    private static final int SETTLING = 2;

    private record Load(int writers, int together) {
        @Override
        public String toString() {
            return "%d writers, %d a transaction".formatted(writers, together);
        }
    }

    private record Run(Committed committed, Applied applied) {}

    Result measure(Contender contender, Pair pair, Servers servers) throws InterruptedException {
        String name = contender.name();
        int most = writers.getLast();
        long failed =
                run(pair, name + ": warm-up", load(most, 1), warmUp).committed.failed();
        List<Throughput> throughput = new ArrayList<>();
        for (Load load : loads()) {
            CpuSeconds before = servers.cpu(pair.source(), pair.consumer());
            Run run = run(pair, name + ": " + load, load(load.writers, load.together), seconds);
            throughput.add(throughput(
                    load, run, servers.cpu(pair.source(), pair.consumer()).since(before)));
            failed += run.committed.failed();
        }
        run(pair, name + ": settling", pace(most), SETTLING);
        CpuSeconds before = servers.cpu(pair.source(), pair.consumer());
        Run paced = run(pair, name + ": lag", pace(most), lagSeconds);
        CpuSeconds cpu = servers.cpu(pair.source(), pair.consumer()).since(before);
        failed += paced.committed.failed();
        Steps steps = pair.source().ask(Steps.class, "steps").then(paced.applied.steps());
        return new Result(
                name, contender.settings(), throughput, steps, throughput(new Load(most, 1), paced, cpu), failed);
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        writers.forEach(number -> loads.add(new Load(number, 1)));
        if (together > 1) {
            loads.add(new Load(writers.getLast(), together));
        }
        return loads;
    }

    private static Throughput throughput(Load load, Run run, CpuSeconds cpu) {
        Committed committed = run.committed;
        double elapsed = (run.applied.last() - committed.first()) / MICROS;
        double writing = (committed.last() - committed.first()) / MICROS;
        return new Throughput(
                load.writers,
                load.together,
                committed.events(),
                elapsed,
                committed.events() / elapsed,
                committed.events() / writing,
                cpu);
    }

    private static Run run(Pair pair, String phase, String order, int duration) throws InterruptedException {
        pair.reset();
        pair.source().tell(order);
        Progress.during(phase, duration);
        Committed committed = pair.source().ask(Committed.class, "stop");
        return new Run(committed, pair.drained(committed));
    }

    private String load(int threads, int events) {
        return "load %d %d %d".formatted(threads, branches, events);
    }

    private String pace(int threads) {
        return "pace %d %d %d".formatted(threads, branches, rate);
    }
}

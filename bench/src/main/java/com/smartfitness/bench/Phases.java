package com.smartfitness.bench;

import com.smartfitness.bench.ReplicationReport.Result;
import com.smartfitness.bench.ReplicationReport.Throughput;
import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import java.util.ArrayList;
import java.util.List;

/**
 * What one contender goes through.
 *
 * @param warmUp seconds at full speed before anything counts
 * @param seconds of each run at full speed
 * @param lagSeconds of the run at {@code rate} events a second
 * @param writers numbers of writers to try
 */
record Phases(int warmUp, int seconds, int lagSeconds, int rate, List<Integer> writers, int branches) {

    private static final double MICROS = 1_000_000;
    private static final int SETTLING = 2;

    private record Run(Committed committed, Applied applied) {}

    Result measure(Contender contender, Pair pair, Servers servers) throws InterruptedException {
        String name = contender.name();
        int most = writers.getLast();
        long failed =
                run(pair, name + ": warm-up", load(most), warmUp).committed.failed();
        List<Throughput> throughput = new ArrayList<>();
        for (int number : writers) {
            CpuSeconds before = servers.cpu(pair.source(), pair.consumer());
            Run run = run(pair, "%s: %d writers".formatted(name, number), load(number), seconds);
            throughput.add(throughput(
                    number, run, servers.cpu(pair.source(), pair.consumer()).since(before)));
            failed += run.committed.failed();
        }
        run(pair, name + ": settling", pace(most), SETTLING);
        Run paced = run(pair, name + ": lag", pace(most), lagSeconds);
        failed += paced.committed.failed();
        return new Result(name, contender.settings(), throughput, paced.applied.lag(), failed);
    }

    private static Throughput throughput(int writers, Run run, CpuSeconds cpu) {
        Committed committed = run.committed;
        double elapsed = (run.applied.last() - committed.first()) / MICROS;
        double writing = (committed.last() - committed.first()) / MICROS;
        return new Throughput(
                writers, committed.events(), elapsed, committed.events() / elapsed, committed.events() / writing, cpu);
    }

    private static Run run(Pair pair, String phase, String order, int duration) throws InterruptedException {
        pair.consumer().tell("reset");
        pair.source().tell(order);
        Progress.during(phase, duration);
        Committed committed = pair.source().ask(Committed.class, "stop");
        return new Run(committed, pair.drained(committed));
    }

    private String load(int threads) {
        return "load %d %d".formatted(threads, branches);
    }

    private String pace(int threads) {
        return "pace %d %d %d".formatted(threads, branches, rate);
    }
}

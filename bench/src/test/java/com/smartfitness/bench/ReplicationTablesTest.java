package com.smartfitness.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.bench.ReplicationReport.Result;
import com.smartfitness.bench.ReplicationReport.Throughput;
import com.smartfitness.bench.machine.CpuSeconds;
import com.smartfitness.bench.machine.PerfTest;
import com.smartfitness.bench.workload.Applied.Lag;
import com.smartfitness.bench.workload.Steps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicationTablesTest {

    private static final CpuSeconds CPU = new CpuSeconds(8, 4, 3, 2, 1);

    @Test
    void comparesBestWithBest() {
        String text = ReplicationTables.of(report(
                new PerfTest.Result(10_000, 1, 2),
                contender("fleet", run(4, 3_000), run(16, 4_000)),
                contender("namastack", run(4, 1_000), run(16, 500))));

        assertThat(text)
                .contains("fleet is 4.00 x namastack")
                .containsPattern("fleet +16 +1 +4000 +0\\.40")
                .containsPattern("namastack +4 +1 +1000 +0\\.10");
    }

    @Test
    void comparesWithTheSameTransactionsWithoutEvents() {
        String text = ReplicationTables.of(report(
                null,
                contender("bare", run(4, 6_000), run(16, 8_000), new Throughput(16, 20, 9, 1, 30_000, 1, CPU)),
                contender("fleet", run(16, 4_000), new Throughput(16, 20, 9, 1, 15_000, 1, CPU))));

        assertThat(text)
                .containsPattern("fleet +16 +1 +4000 +- +0\\.50")
                .containsPattern("fleet +16 +20 +15000 +- +0\\.50");
    }

    @Test
    void doesWithoutPeers() {
        String text = ReplicationTables.of(report(null, contender("fleet", run(16, 4_000))));

        assertThat(text).containsPattern("fleet +16 +1 +4000 +- +-").doesNotContain("best against best");
    }

    @Test
    void tellsOfFailedTransactions() {
        Result failing = new Result(
                "fleet",
                Map.of(),
                List.of(run(16, 4_000)),
                new Steps(Map.of("applied", new Lag(1, 2, 3))),
                run(16, 500),
                7);

        assertThat(ReplicationTables.of(report(null, failing))).contains("7 transactions of fleet FAILED");
    }

    private static ReplicationReport report(PerfTest.Result perfTest, Result... contenders) {
        MachineFacts machine = new MachineFacts("processor", 2, "Linux", "25");
        return new ReplicationReport(machine, "-Xmx512m", 500, Map.of(), "", perfTest, perfTest, List.of(contenders));
    }

    private static Result contender(String name, Throughput... runs) {
        return new Result(
                name, Map.of(), List.of(runs), new Steps(Map.of("applied", new Lag(1, 2, 3))), run(16, 500), 0);
    }

    private static Throughput run(int writers, double perSecond) {
        return new Throughput(writers, 1, 1_000, 10, perSecond, perSecond, CPU);
    }
}

package com.smartfitness.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the benchmarks run and have figures; what these are is for quiet machines to find out. */
class BenchIT {

    @BeforeAll
    static void runs() {
        assertThat(Bench.commandLine().execute("--quick")).isZero();
    }

    @Test
    void reportsReplicationOfEachContender() {
        JsonNode report = report("replication");

        assertThat(figure(report, "/perfTest/perSecond")).isPositive();
        assertThat(figure(report, "/perfTestPaced/p99")).isPositive();
        assertThat(report.at("/contenders").values())
                .extracting(contender -> contender.at("/name").asString())
                .containsExactly(Contender.BARE, Contender.FLEET, Contender.NAMASTACK);
        assertThat(report.at("/contenders").values()).allSatisfy(contender -> {
            assertThat(figure(contender, "/throughput/0/perSecond")).isPositive();
            assertThat(figure(contender, "/throughput/0/cpu/source")).isPositive();
            assertThat(figure(contender, "/throughput/0/cpu/sourceStore")).isPositive();
            assertThat(figure(contender, "/steps/lags/committed/p50")).isPositive();
            assertThat(figure(contender, "/failed")).isZero();
        });
        assertThat(report.at("/contenders").values())
                .filteredOn(contender -> !contender.at("/name").asString().equals(Contender.BARE))
                .allSatisfy(contender -> {
                    assertThat(figure(contender, "/throughput/0/cpu/broker")).isPositive();
                    assertThat(figure(contender, "/steps/lags/applied/p50")).isPositive();
                    assertThat(figure(contender, "/steps/lags/applied/p99")).isPositive();
                });
    }

    @Test
    void reportsSnapshotWhileWritesGoOn() {
        JsonNode report = report("snapshot");

        assertThat(figure(report, "/rows")).isPositive();
        assertThat(figure(report, "/rowsPerSecond")).isPositive();
    }

    private static double figure(JsonNode report, String pointer) {
        return report.at(pointer).asDouble();
    }

    private static JsonNode report(String name) {
        return JsonMapper.shared().readTree(Reports.folder().resolve(name + ".json"));
    }
}

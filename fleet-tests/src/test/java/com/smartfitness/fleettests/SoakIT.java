package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.soak.Soak;
import com.smartfitness.fleet.soak.SoakReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A minute of {@code ./fleet soak}. */
class SoakIT {

    @Test
    void balancesTheBooksWhenPartsAreKilledUnderLoad() throws Exception {
        SoakReport report = new Soak(RunningFleet.fleet(), 4, System.out::println)
                .run(400, Duration.ofSeconds(40), Duration.ofSeconds(5));

        assertThat(report.kills()).isNotEmpty();
        assertThat(report.done()).isPositive();
        assertThat(report.unsent()).isZero();
        assertThat(report.lost()).isEmpty();
        assertThat(report.differences()).isEmpty();
    }
}

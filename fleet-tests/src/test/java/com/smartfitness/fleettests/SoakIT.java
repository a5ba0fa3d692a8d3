package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.soak.Soak;
import com.smartfitness.fleet.soak.Soak.Load;
import com.smartfitness.fleet.soak.SoakReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A minute of {@code ./fleet soak}. */
class SoakIT {

    @Test
    void balancesTheBooksWhenPartsAreKilledUnderLoad() throws Exception {
        Load load = new Load(4, 400, Duration.ofSeconds(40), Duration.ofSeconds(5), true, 4, Duration.ZERO);

        SoakReport report = new Soak(RunningFleet.fleet(), load, System.out::println).run(0);

        assertThat(report.kills()).isNotEmpty();
        assertThat(report.done()).isPositive();
        assertThat(report.unsent()).isZero();
        assertThat(report.lost()).isEmpty();
        assertThat(report.differences()).isEmpty();
    }
}

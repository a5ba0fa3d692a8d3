package com.smartfitness.bench.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchRatesTest {

    private final MatchRates rates = new MatchRates();

    @Test
    void countsPairsOnEitherSideOfAThreshold() {
        rates.add(true, 0.9);
        rates.add(true, 0.6);
        rates.add(false, 0.7);
        rates.add(false, 0.2);

        assertThat(rates.falseMatch(0.7)).isEqualTo(0.5);
        assertThat(rates.falseMatch(0.71)).isZero();
        assertThat(rates.falseNonMatch(0.7)).isEqualTo(0.5);
        assertThat(rates.falseNonMatch(0.6)).isZero();
    }

    @Test
    void readsAThresholdFromThePairsWhereThereAreEnough() {
        for (int i = 0; i < 10_000; i++) {
            rates.add(false, i / 10_000.0);
        }

        MatchRates.Threshold threshold = rates.threshold(0.01, 1);

        assertThat(threshold.extrapolated()).isFalse();
        assertThat(threshold.similarity()).isCloseTo(0.99, within(2e-4));
    }

    @Test
    void continuesTheTailWhereThereAreFewPairs() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            rates.add(false, 0.3 - 0.02 * Math.log(1 - random.nextDouble()));
        }

        MatchRates.Threshold threshold = rates.threshold(0.001, 11_000);

        // Where 0.3 - 0.02 ln(p) is, for p of about 0.001 / 11,000.
        assertThat(threshold.extrapolated()).isTrue();
        assertThat(threshold.similarity()).isCloseTo(0.3 + 0.02 * Math.log(11_000 / 0.001), within(0.02));
    }
}

package com.smartfitness.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.gateway.limit.LimitProperties.Rule;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final Rule RULE = new Rule(3, 1, Duration.ofSeconds(10));

    private final AtomicLong clock = new AtomicLong();
    private final Allowances allowances = new Allowances(RULE, 2, clock::get);

    @Test
    void letsABurstPassAndThenWhatIsAddedAgain() {
        assertThat(taken("A", 5)).isEqualTo(3);

        clock.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(taken("A", 5)).isEqualTo(1);
    }

    @Test
    void saysHowLongToWait() {
        assertThat(taken("A", 3)).isEqualTo(3);

        assertThat(Duration.ofNanos(allowances.take("A").getNanosToWaitForRefill()))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsOneFromAnothersAllowance() {
        assertThat(taken("A", 9)).isEqualTo(3);
        assertThat(taken("B", 9)).isEqualTo(3);
    }

    @Test
    void dropsNobodysCountToMakeRoomForStrangers() {
        taken("A", 3);
        taken("B", 3);

        long strangers =
                IntStream.range(0, 1000).filter(i -> taken("S" + i, 1) == 1).count();

        assertThat(strangers).as("all strangers together").isEqualTo(3);
        assertThat(taken("A", 1)).isZero();
        assertThat(allowances.kept()).isEqualTo(2);
    }

    @Test
    void forgetsWhoseAllowanceIsFullAgain() {
        taken("A", 3);
        taken("B", 3);
        clock.addAndGet(RULE.full().plusSeconds(1).toNanos());

        assertThat(taken("C", 9)).isEqualTo(3);
        assertThat(taken("D", 9)).isEqualTo(3);
        assertThat(allowances.kept()).isEqualTo(2);
    }

    private int taken(String who, int times) {
        return (int) IntStream.range(0, times)
                .filter(_ -> allowances.take(who).isConsumed())
                .count();
    }
}

package com.smartfitness.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

    private final Backoff backoff = new Backoff();

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(Stream.generate(() -> backoff.after(SHORT_LIFE)).limit(4))
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void waitsHalfAMinuteAtMost() {
        assertThat(Stream.generate(() -> backoff.after(SHORT_LIFE)).limit(20))
                .last()
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void forgetsEarlyDeathsOfAProcessThatHasLasted() {
        backoff.after(SHORT_LIFE);
        backoff.after(SHORT_LIFE);

        assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofMillis(500));
    }
}

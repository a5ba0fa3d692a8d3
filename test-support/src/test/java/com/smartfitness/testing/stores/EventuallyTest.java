package com.smartfitness.testing.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void asksUntilTheValueIsTheExpectedOne() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(Eventually.becomes("three questions", asked::incrementAndGet, count -> count == 3))
                .isEqualTo(3);
    }

    @Test
    void takesAnExceptionForNotYet() {
        AtomicInteger asked = new AtomicInteger();

        Eventually.holds("the second question is answered", () -> {
            if (asked.incrementAndGet() < 2) {
                throw new IllegalStateException("not yet");
            }
            return true;
        });
    }

    @Test
    void namesOutcomeAndLastValueWhenTimeHasPassed() {
        assertThatThrownBy(() -> Eventually.becomes("the queue is empty", SHORT, () -> 7, count -> count == 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the queue is empty")
                .hasMessageContaining("7");
    }

    @Test
    void namesTheLastException() {
        assertThatThrownBy(() -> Eventually.holds("the server answers", SHORT, () -> {
                    throw new IllegalStateException("connection refused");
                }))
                .hasMessageContaining("the server answers")
                .hasMessageContaining("connection refused")
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}

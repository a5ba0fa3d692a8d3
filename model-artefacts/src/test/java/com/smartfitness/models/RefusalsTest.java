package com.smartfitness.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.models.Refusals.Refusal;
import com.smartfitness.onnx.UnusableModelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private Instant now = START;
    private final Refusals<String> refusals =
            new Refusals<>(Duration.ofSeconds(10), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void nothingIsLeftAloneAtFirst() {
        assertThat(refusals.last()).isEmpty();
        assertThat(refusals.leaveAlone("v1")).isFalse();
    }

    @Test
    void leavesTheModelAloneForAWhileAndNoOther() {
        refusals.add("v1", new UnusableModelException("too large"));

        assertThat(refusals.last()).contains(new Refusal<>("v1", "too large", START.plusSeconds(10)));
        assertThat(refusals.leaveAlone("v1")).isTrue();
        assertThat(refusals.leaveAlone("v2")).isFalse();
        now = START.plusSeconds(10);
        assertThat(refusals.leaveAlone("v1")).isFalse();
    }

    @Test
    void sameModelAndReasonAreNoNews() {
        assertThat(refusals.add("v1", new UnusableModelException("away"))).isPresent();
        now = START.plusSeconds(10);
        assertThat(refusals.add("v1", new UnusableModelException("away"))).isEmpty();
        assertThat(refusals.leaveAlone("v1")).isTrue();
        assertThat(refusals.add("v1", new UnusableModelException("too large"))).isPresent();
        assertThat(refusals.add("v2", new UnusableModelException("too large"))).isPresent();
    }

    @Test
    void isNewsAgainOnceItWasNotWanted() {
        refusals.add("v1", new IllegalStateException("broken"));
        refusals.clear();

        assertThat(refusals.last()).isEmpty();
        assertThat(refusals.add("v1", new IllegalStateException("broken"))).isPresent();
    }
}

package com.smartfitness.devices.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EquipmentTest {

    private static final Instant DUE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Test
    void reportsInItsRhythmHoweverLateOneReportIs() {
        assertThat(Equipment.nextBeat(DUE, INTERVAL, DUE)).isEqualTo(DUE.plusSeconds(10));
        assertThat(Equipment.nextBeat(DUE, INTERVAL, DUE.plusSeconds(4))).isEqualTo(DUE.plusSeconds(10));
    }

    @Test
    void makesUpForMissedBeatsWithOneReport() {
        assertThat(Equipment.nextBeat(DUE, INTERVAL, DUE.plusSeconds(61))).isEqualTo(DUE.plusSeconds(70));
    }
}

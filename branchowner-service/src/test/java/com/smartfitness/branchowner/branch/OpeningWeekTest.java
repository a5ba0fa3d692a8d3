package com.smartfitness.branchowner.branch;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningWeekTest {

    @Test
    void acceptsWeekWithoutHours() {
        assertThat(OpeningWeek.isWithoutOverlap(List.of())).isTrue();
    }

    @Test
    void acceptsSevenDaysOfTwentyFourHours() {
        List<OpeningHours> always = Arrays.stream(DayOfWeek.values())
                .map(day -> hours(day, "06:00", "06:00"))
                .toList();

        assertThat(OpeningWeek.isWithoutOverlap(always)).isTrue();
    }

    @Test
    void acceptsPausesInAnyOrder() {
        assertThat(OpeningWeek.isWithoutOverlap(List.of(
                        hours(MONDAY, "18:00", "23:00"), hours(TUESDAY, "06:00", "10:00"),
                        hours(MONDAY, "06:00", "10:00"), hours(MONDAY, "10:00", "18:00"))))
                .isTrue();
    }

    @Test
    void refusesTwoPeriodsThatShareMinutes() {
        assertThat(OpeningWeek.isWithoutOverlap(
                        List.of(hours(MONDAY, "06:00", "10:01"), hours(MONDAY, "10:00", "12:00"))))
                .isFalse();
        assertThat(OpeningWeek.isWithoutOverlap(
                        List.of(hours(MONDAY, "06:00", "10:00"), hours(MONDAY, "06:00", "10:00"))))
                .isFalse();
    }

    @Test
    void refusesNightThatRunsIntoTheNextDay() {
        assertThat(OpeningWeek.isWithoutOverlap(
                        List.of(hours(FRIDAY, "22:00", "06:01"), hours(SATURDAY, "06:00", "12:00"))))
                .isFalse();
    }

    @Test
    void refusesSundaysNightThatRunsIntoMonday() {
        assertThat(OpeningWeek.isWithoutOverlap(
                        List.of(hours(SUNDAY, "22:00", "06:01"), hours(MONDAY, "06:00", "12:00"))))
                .isFalse();
        assertThat(OpeningWeek.isWithoutOverlap(
                        List.of(hours(SUNDAY, "22:00", "06:00"), hours(MONDAY, "06:00", "12:00"))))
                .isTrue();
    }

    private static OpeningHours hours(DayOfWeek day, String opens, String closes) {
        return new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}

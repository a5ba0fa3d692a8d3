package com.smartfitness.branchowner.branch;

import com.smartfitness.events.OpeningHours;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;

/** A week of opening hours: a ring of minutes, in which Sunday's night runs into Monday. */
public final class OpeningWeek {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** Both in minutes after Monday's midnight; the end may lie in the next week. */
    private record Period(int start, int end) {}

    private OpeningWeek() {}

    /** Whether no minute of the week is in two periods. They may touch. */
    public static boolean isWithoutOverlap(List<OpeningHours> hours) {
        List<Period> periods = hours.stream()
                .map(OpeningWeek::period)
                .sorted(Comparator.comparingInt(Period::start))
                .toList();
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i - 1).end() > periods.get(i).start()) {
                return false;
            }
        }
        return periods.isEmpty()
                || periods.getLast().end() <= periods.getFirst().start() + WEEK;
    }

    private static Period period(OpeningHours hours) {
        int opens = minute(hours.opens());
        int closes = minute(hours.closes());
        int length = closes > opens ? closes - opens : DAY - opens + closes;
        int start = (hours.day().getValue() - 1) * DAY + opens;
        return new Period(start, start + length);
    }

    private static int minute(LocalTime time) {
        return time.get(ChronoField.MINUTE_OF_DAY);
    }
}

package com.smartfitness.search.replica;

import com.smartfitness.events.OpeningHours;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of a branch's week, in minutes since it began with Monday.
 *
 * @param gte first minute
 * @param lt end, itself outside
 */
public record WeekMinutes(int gte, int lt) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    static List<WeekMinutes> of(List<OpeningHours> hours) {
        return hours.stream().flatMap(WeekMinutes::of).toList();
    }

    /** The minute of its week that a place has. */
    public static int at(ZonedDateTime time) {
        return (time.getDayOfWeek().getValue() - 1) * DAY + time.getHour() * 60 + time.getMinute();
    }

    /** What reaches beyond Sunday goes on with Monday. */
    private static Stream<WeekMinutes> of(OpeningHours period) {
        int day = (period.day().getValue() - 1) * DAY;
        int opens = day + period.opens().toSecondOfDay() / 60;
        int closes =
                day + period.closes().toSecondOfDay() / 60 + (period.closes().isAfter(period.opens()) ? 0 : DAY);
        return closes <= WEEK
                ? Stream.of(new WeekMinutes(opens, closes))
                : Stream.of(new WeekMinutes(opens, WEEK), new WeekMinutes(0, closes - WEEK));
    }
}

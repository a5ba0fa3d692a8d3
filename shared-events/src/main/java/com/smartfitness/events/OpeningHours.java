package com.smartfitness.events;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * One period in which a branch is open, in the branch's own time zone. A weekday without a period is closed, one with
 * several pauses in between.
 *
 * @param day weekday on which the period begins
 * @param opens first minute of the period, as {@code 06:00}
 * @param closes end of the period, itself outside; on the next day where it is not after {@code opens}, so that equal
 *     times mean twenty-four hours
 */
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) {}

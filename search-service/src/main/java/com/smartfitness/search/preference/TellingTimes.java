package com.smartfitness.search.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a customer may be told something. */
@Component
final class TellingTimes {

    private final NotificationProperties properties;

    TellingTimes(NotificationProperties properties) {
        this.properties = properties;
    }

    /** The next time, now or later. */
    Instant next(@Nullable Instant toldAt, Instant now) {
        Instant rested = toldAt == null ? now : toldAt.plus(properties.interval());
        Instant earliest = rested.isAfter(now) ? rested : now;
        ZonedDateTime there = earliest.atZone(properties.zone());
        if (isWithin(there.toLocalTime())) {
            return earliest;
        }
        ZonedDateTime begins = there.with(properties.from());
        return (begins.isAfter(there) ? begins : there.plusDays(1).with(properties.from())).toInstant();
    }

    private boolean isWithin(LocalTime time) {
        LocalTime from = properties.from();
        LocalTime until = properties.until();
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until);
        }
        return from.equals(until) || !time.isBefore(from) || time.isBefore(until);
    }
}

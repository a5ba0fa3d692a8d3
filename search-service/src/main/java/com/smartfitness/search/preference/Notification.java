package com.smartfitness.search.preference;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was told.
 *
 * @param id rises with every notification of the customer, from 1
 * @param readAt null while unread
 */
record Notification(long id, Instant at, @Nullable Instant readAt, List<Match> matches) {

    Notification {
        matches = List.copyOf(matches);
    }

    Notification read(Instant now) {
        return readAt == null ? new Notification(id, at, now, matches) : this;
    }
}

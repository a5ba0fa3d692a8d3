package com.smartfitness.search.review;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an account is erased. What is kept of its customer goes at once, and again what may have been written meanwhile by
 * somebody who had not heard of it.
 *
 * @param due when it is to be carried out; null for at once, and for the last time
 * @param last whether that is the last time
 */
record Erasure(String customerId, @Nullable Instant due, boolean last) {

    static final String KIND = "erasure";

    /** Longer than any token is valid, or anything under way takes. */
    private static final Duration LATE = Duration.ofMinutes(30);

    static Erasure of(String customerId, Instant now) {
        return new Erasure(customerId, now, false);
    }

    Erasure again(Instant now) {
        return new Erasure(customerId, now.plus(LATE), true);
    }
}

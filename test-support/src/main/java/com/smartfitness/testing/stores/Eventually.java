package com.smartfitness.testing.stores;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for outcomes: asks again and again until one holds, for half a minute unless told otherwise. What takes more than
 * half of its time is in the log: on a busier machine that test may fail.
 */
public final class Eventually {

    private static final System.Logger log = System.getLogger(Eventually.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    /** Returns once the condition holds. An exception from it counts as "not yet". */
    public static void holds(String outcome, Callable<Boolean> condition) {
        holds(outcome, LIMIT, condition);
    }

    public static void holds(String outcome, Duration limit, Callable<Boolean> condition) {
        becomes(outcome, limit, condition, value -> value);
    }

    /** The first value that is the expected one. An exception from the source counts as "not yet". */
    public static <T> T becomes(String outcome, Callable<T> source, Predicate<? super T> expected) {
        return becomes(outcome, LIMIT, source, expected);
    }

    /**
     * Like {@link #becomes(String, Callable, Predicate)}, within a given time.
     *
     * @throws AssertionError naming the outcome and the last value, if the time passes first
     */
    public static <T> T becomes(String outcome, Duration limit, Callable<T> source, Predicate<? super T> expected) {
        long begin = System.nanoTime();
        while (true) {
            Object last;
            @Nullable Exception cause = null;
            try {
                T value = source.call();
                if (expected.test(value)) {
                    noticeIfLate(outcome, limit, System.nanoTime() - begin);
                    return value;
                }
                last = String.valueOf(value);
            } catch (Exception e) {
                last = e;
                cause = e;
            }
            if (System.nanoTime() - begin > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Not within %s: %s. Last seen: %s".formatted(limit, outcome, last), cause);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static void noticeIfLate(String outcome, Duration limit, long took) {
        if (took > limit.toNanos() / 2) {
            log.log(Level.WARNING, "Only after {0} of {1}: {2}", Duration.ofNanos(took), limit, outcome);
        }
    }
}

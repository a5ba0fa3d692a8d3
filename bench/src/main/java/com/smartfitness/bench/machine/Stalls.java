package com.smartfitness.bench.machine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often a machine that does nothing else takes the processor from a busy thread, as one does that shares its
 * processors with other machines. What is measured on it cannot be steadier than this.
 *
 * @param share of the time that was taken away, from 0 to 1
 * @param longPerSecond how often it was for more than {@value #LONG_MILLIS} ms
 * @param longestMillis the longest time, in milliseconds
 */
public record Stalls(double share, double longPerSecond, double longestMillis) {

    private static final long NOTICED_NANOS = 100_000;
    private static final int LONG_MILLIS = 2;

    /** Keeps one processor busy for so many seconds. */
    public static Stalls measure(int seconds) {
        long duration = Duration.ofSeconds(seconds).toNanos();
        long begin = System.nanoTime();
        long taken = 0;
        long longest = 0;
        int longs = 0;
        for (long last = begin, now = begin; now - begin < duration; last = now) {
            now = System.nanoTime();
            long gap = now - last;
            if (gap > NOTICED_NANOS) {
                taken += gap;
                longest = Math.max(longest, gap);
                longs += gap > TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS) ? 1 : 0;
            }
        }
        return new Stalls((double) taken / duration, (double) longs / seconds, longest / 1e6);
    }

    @Override
    public String toString() {
        return "%.1f %% of a busy thread's time, %.1f times a second for more than %d ms, up to %.1f ms"
                .formatted(100 * share, longPerSecond, LONG_MILLIS, longestMillis);
    }
}

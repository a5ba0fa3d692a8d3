package com.smartfitness.replication.broker;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between tries, with jitter so that services do not come back in step. Used by one thread. */
public final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LAST_MILLIS = 5_000;

    private long next = FIRST_MILLIS;

    /** Half of the pause is fixed, half is random; doubles from 100 ms up to 5 s. */
    public Duration next() {
        long pause = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(LAST_MILLIS, next * 2);
        return Duration.ofMillis(pause);
    }

    public void reset() {
        next = FIRST_MILLIS;
    }
}

package com.smartfitness.fleet;

import java.time.Duration;

/** How long to wait before a process that died is started again: longer each time, until it has lasted for a while. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LASTING = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** @param lived how long the process had been there */
    Duration after(Duration lived) {
        if (lived.compareTo(LASTING) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}

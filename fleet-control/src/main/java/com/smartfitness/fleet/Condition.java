package com.smartfitness.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a component is, at one moment.
 *
 * @param ready whether it served clients when last asked
 * @param wanted whether it is meant to run
 * @param since when it came into the state
 * @param pid its process; 0 for none
 * @param restarts how often it was started again since someone last asked for it
 * @param problem why it last died or could not start
 */
public record Condition(
        String name,
        String kind,
        int port,
        State state,
        boolean ready,
        boolean wanted,
        Instant since,
        long pid,
        int restarts,
        @Nullable String problem) {}

package com.smartfitness.fleet.control;

import org.jspecify.annotations.Nullable;

/** A line to the supervisor. */
record Request(Order order, @Nullable String name) {

    enum Order {
        CONDITIONS,
        REPORTS,
        START,
        STOP,
        RESTART,
        DOWN
    }
}

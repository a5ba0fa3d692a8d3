package com.smartfitness.fleet;

/** What the programs of a fleet are started for. */
enum Manner {

    /** To start fast with what a JVM has learned before, and to run for days. */
    LASTING,

    /** To run for minutes: what compiles most for speed would cost more than it gains. */
    SHORT_LIVED,

    /** To be measured against: {@code java -jar} and nothing else. */
    PLAIN
}

package com.smartfitness.fleet.compliance;

/** What an inspection says of a rule. */
public enum Verdict {
    HOLDS,
    VIOLATED,

    /** What would show it has not happened yet. */
    NOT_SHOWN
}

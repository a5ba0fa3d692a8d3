package com.smartfitness.events;

/** Whether a branch takes visitors. A closed one stays known, for the tasks, entries and reviews that name it. */
public enum BranchStatus {
    OPEN,
    CLOSED
}

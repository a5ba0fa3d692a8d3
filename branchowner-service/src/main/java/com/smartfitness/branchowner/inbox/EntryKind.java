package com.smartfitness.branchowner.inbox;

/** What an entry tells of. */
public enum EntryKind {
    /** A task has been judged and waits for the owner. Counts as read once the task is confirmed. */
    TASK_WAITING,

    /** A task has been confirmed. Counts as read where the owner did it. */
    TASK_CONFIRMED,

    /** A customer has reviewed a branch. */
    REVIEW,

    /** Equipment does not work. */
    FAULT,

    /** A fault is over. */
    RECOVERY
}

package com.smartfitness.helper.task;

/** How far a task has come. */
public enum TaskStatus {
    /** Sent in; the model has not judged yet. */
    SUBMITTED,
    /** Judged by the model; the branch owner has not decided yet. */
    JUDGED,
    /** Confirmed as good, and paid. */
    DONE,
    /** Confirmed as insufficient. */
    REJECTED
}

package com.smartfitness.branchowner.task;

/** How far a task has come. Derived by the store from what is known of the task. */
enum TaskStatus {
    /** Sent in; the model has not judged yet. */
    SUBMITTED,

    /** Judged by the model; waits for the owner. */
    JUDGED,

    /** Confirmed 양호. */
    DONE,

    /** Confirmed as anything else. */
    REJECTED
}

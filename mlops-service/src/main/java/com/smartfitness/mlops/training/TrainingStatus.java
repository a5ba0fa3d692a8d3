package com.smartfitness.mlops.training;

/** How far a run has come. */
enum TrainingStatus {
    QUEUED,
    RUNNING,
    /** Its model is better and is used. */
    DEPLOYED,
    /** Its model is registered; the one in use stays, and the run says why. */
    KEPT,
    FAILED,
    CANCELLED;

    boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }
}

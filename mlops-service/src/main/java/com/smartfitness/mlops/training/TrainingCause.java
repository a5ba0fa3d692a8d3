package com.smartfitness.mlops.training;

/** Why a model is trained. */
enum TrainingCause {
    NIGHTLY,
    /** There were enough new corrections. */
    CORRECTIONS,
    /** An operator asked for it. */
    DEMAND
}

package com.smartfitness.mlops.training;

/**
 * What a run is at.
 *
 * <p>Its share of the whole is what it usually takes of the time.
 */
enum TrainingStage {
    /** Fixing what is learnt from. */
    SNAPSHOT(0, 5),
    /** Handing it over to the training process. */
    COLLECTING(5, 35),
    TRAINING(35, 60),
    VERIFYING(60, 95),
    /** Storing the model, registering it and, where it is better, putting it to use. */
    DEPLOYING(95, 100);

    private final int from;
    private final int to;

    TrainingStage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Of the whole run, where so much of this stage is done. */
    int percent(int ofStage) {
        return from + (to - from) * Math.clamp(ofStage, 0, 100) / 100;
    }
}

package com.smartfitness.mlops.training;

import com.smartfitness.events.ModelType;

/** How a model of one type is made. */
interface Course {

    ModelType type();

    /**
     * Makes a candidate. It may be broken off at any step and begun again, by this process or by another.
     *
     * @throws Exception where it broke off and may succeed another time
     */
    Candidate run(TrainingRun run, Steps steps) throws Exception;

    /** Hears of every step, and often enough that the run's lease does not end. */
    @FunctionalInterface
    interface Steps {

        /**
         * A step has been made.
         *
         * @param percent of the stage
         * @throws RunLostException where the run is to be left alone
         */
        void at(TrainingStage stage, int percent);
    }
}

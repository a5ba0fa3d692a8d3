package com.smartfitness.recognition;

import java.util.function.Supplier;

/** Told how long each step takes. */
public interface StepTimes {

    /** Nobody asks. */
    StepTimes UNTOLD = new StepTimes() {
        @Override
        public <T> T of(Step step, Supplier<T> work) {
            return work.get();
        }
    };

    /** What the work of a step comes to. */
    <T> T of(Step step, Supplier<T> work);
}

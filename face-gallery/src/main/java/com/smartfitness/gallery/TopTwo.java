package com.smartfitness.gallery;

import org.jspecify.annotations.Nullable;

/** The best and the second best of what was offered, of what is above a floor. */
final class TopTwo {

    private @Nullable String id;
    private double best;
    private double runnerUp;

    TopTwo(double floor) {
        best = floor;
        runnerUp = floor;
    }

    void offer(@Nullable String candidate, double similarity) {
        if (similarity > best) {
            runnerUp = best;
            best = similarity;
            id = candidate;
        } else if (similarity > runnerUp) {
            runnerUp = similarity;
        }
    }

    /** Whoever is not above this makes no difference. */
    double runnerUp() {
        return runnerUp;
    }

    Nearest result() {
        return new Nearest(id, best, runnerUp);
    }
}

package com.smartfitness.access.gallery;

import org.jspecify.annotations.Nullable;

/** The best and the second best of what was offered. */
final class TopTwo {

    private @Nullable String id;
    private double best = -1;
    private double runnerUp = -1;

    void offer(@Nullable String candidate, double similarity) {
        if (id == null || similarity > best) {
            runnerUp = id == null ? -1 : best;
            best = similarity;
            id = candidate;
        } else if (similarity > runnerUp) {
            runnerUp = similarity;
        }
    }

    double runnerUp() {
        return runnerUp;
    }

    Nearest result() {
        return new Nearest(id, best, runnerUp);
    }
}

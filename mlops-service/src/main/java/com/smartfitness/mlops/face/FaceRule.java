package com.smartfitness.mlops.face;

/**
 * When a face opens a gate.
 *
 * @param threshold similarity that the best match must reach
 * @param margin how far it must be ahead of the second
 */
public record FaceRule(double threshold, double margin) {

    /** What is less similar than this makes no difference to a decision, and access-service does not look at it. */
    double floor() {
        return threshold - margin;
    }

    boolean recognises(FaceScore score) {
        return score.similarity() >= threshold;
    }

    boolean admits(FaceScore score) {
        return recognises(score) && score.margin() >= margin;
    }
}

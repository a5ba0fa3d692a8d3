package com.smartfitness.mlops.face;

/**
 * What one entry by face scored.
 *
 * @param similarity of the best match, as a cosine
 * @param margin how far it was ahead of the second, at least
 */
public record FaceScore(double similarity, double margin) {

    /** Of the most similar other person, at most: somebody who certainly was not there. */
    double runnerUp() {
        return similarity - margin;
    }
}

package com.smartfitness.recognition;

/**
 * Which faces are good enough.
 *
 * @param score that a face needs to be one, from 0 to 1
 * @param dominance how many times as large as the next one, by area, the one that is meant must be
 * @param side of the aligned face in pixels of the photo, at least
 * @param brightness mean of the aligned face, from 0 to 1, at least
 * @param blur of the aligned face, from 0 to 1, at most (Crete et al., "The Blur Effect", 2007); good photos have 0.3 to 0.55
 */
public record FaceLimits(double score, double dominance, double side, double brightness, double blur) {

    /** What has proved right with the built-in models. */
    public static final FaceLimits DEFAULT = new FaceLimits(0.5, 2, 60, 0.12, 0.75);
}

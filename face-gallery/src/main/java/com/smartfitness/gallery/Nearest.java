package com.smartfitness.gallery;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param id whose template is most similar; null where none is above the floor
 * @param similarity the inner product of the two vectors, -1 to 1 for unit vectors; the floor where none is above it
 * @param runnerUp similarity of the second best template; the floor where there is none above it
 */
public record Nearest(@Nullable String id, double similarity, double runnerUp) {

    /** How far the best is ahead of the second, at least: the second may be below the floor. */
    public double margin() {
        return similarity - runnerUp;
    }
}

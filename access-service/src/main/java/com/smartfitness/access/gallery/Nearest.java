package com.smartfitness.access.gallery;

import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param id whose template is most similar; null in an empty gallery
 * @param similarity the inner product of the two vectors, -1 to 1 for unit vectors; -1 in an empty gallery
 * @param runnerUp similarity of the second best template; -1 where there is no second
 */
public record Nearest(@Nullable String id, double similarity, double runnerUp) {

    /** How far the best is ahead of the second. */
    public double margin() {
        return similarity - runnerUp;
    }
}

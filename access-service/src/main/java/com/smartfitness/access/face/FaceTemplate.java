package com.smartfitness.access.face;

import java.util.Arrays;

/**
 * What a face is told by.
 *
 * @param model that has made it; those of two models are never compared
 * @param vector of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FaceTemplate(String model, float[] vector) {

    /** Leaves nothing of it in memory. */
    public void forget() {
        Arrays.fill(vector, 0);
    }

    @Override
    public String toString() {
        return "FaceTemplate[" + model + "]"; // never the vector
    }
}

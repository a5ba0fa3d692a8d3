package com.smartfitness.recognition;

import java.util.List;

/** Templates are vectors of length 1, compared by their cosine. */
public final class UnitVectors {

    private UnitVectors() {}

    /**
     * The vector in whose direction several of the same model point together.
     *
     * @param templates at least one
     */
    public static float[] mean(List<float[]> templates) {
        float[] sum = new float[templates.getFirst().length];
        for (float[] template : templates) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += template[i];
            }
        }
        return normalised(sum);
    }

    /** How similar two are, from -1 to 1. */
    public static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** The same direction, in the same array. */
    static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float scale = (float) (1 / Math.sqrt(square));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}

package com.smartfitness.devices;

import java.util.Random;

/** Vectors as a face model might make them: people far apart on the unit sphere, photos of one person close together. */
public final class MadeUpFaces {

    private final Random random;
    private final int dimension;

    /** @param seed equal ones make equal faces */
    public MadeUpFaces(int dimension, long seed) {
        this.dimension = dimension;
        this.random = new Random(seed);
    }

    /** Somebody, uniformly distributed over the sphere. */
    public float[] anybody() {
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return normalised(vector);
    }

    /** Another photo of the same person. */
    public float[] again(float[] person, double similarity) {
        float[] other = anybody();
        float[] vector = new float[dimension];
        double noise = Math.sqrt(1 - similarity * similarity);
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) (similarity * person[d] + noise * other[d]);
        }
        return normalised(vector);
    }

    /** The vector in unit length. */
    public static float[] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float[] unit = new float[vector.length];
        for (int d = 0; d < vector.length; d++) {
            unit[d] = (float) (vector[d] / Math.sqrt(square));
        }
        return unit;
    }
}

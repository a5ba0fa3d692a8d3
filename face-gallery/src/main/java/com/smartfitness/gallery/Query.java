package com.smartfitness.gallery;

import java.util.Arrays;

/** One search: the query as it is and in bits, and room for a chunk's results. */
final class Query {

    final double[] exact;
    final long[] planes;
    final double scale;
    final double centre;
    final double centredSum;
    final double norm;
    final double error;
    final long[] products = new long[Chunk.CAPACITY];
    final double[] bounds = new double[Chunk.CAPACITY];
    final long[] finer = new long[BitPlanes.BLOCK];

    Query(float[] vector) {
        exact = new double[vector.length];
        double square = 0;
        for (int d = 0; d < vector.length; d++) {
            exact[d] = vector[d];
            square += exact[d] * exact[d];
        }
        norm = Math.sqrt(square);
        Quantised quantised = Quantised.of(vector, BitPlanes.QUERY_BITS);
        planes = BitPlanes.query(quantised.codes());
        scale = quantised.scale();
        error = quantised.error();
        centre = Quantised.centre(BitPlanes.QUERY_BITS);
        centredSum = quantised.sum() - vector.length * centre;
    }

    /** Leaves nothing of the vector. */
    void forget() {
        Arrays.fill(exact, 0);
        Arrays.fill(planes, 0);
    }
}

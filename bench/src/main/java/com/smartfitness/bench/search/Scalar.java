package com.smartfitness.bench.search;

import java.util.List;

/** Compares with everybody, one number after the other. */
record Scalar(List<float[]> enrolled) implements Engine {

    @Override
    public int nearest(float[] query) {
        int best = 0;
        float bestProduct = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < enrolled.size(); i++) {
            float[] face = enrolled.get(i);
            float product = 0;
            for (int d = 0; d < query.length; d++) {
                product += face[d] * query[d];
            }
            if (product > bestProduct) {
                bestProduct = product;
                best = i;
            }
        }
        return best;
    }
}

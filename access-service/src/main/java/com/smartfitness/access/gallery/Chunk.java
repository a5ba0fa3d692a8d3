package com.smartfitness.access.gallery;

import org.jspecify.annotations.Nullable;

/** A fixed number of places for templates, filled from the first. */
final class Chunk {

    /** Templates in a chunk: its products and bounds stay in the cache of one core. */
    static final int CAPACITY = 4096;

    private final BitPlanes planes;
    private final Vectors vectors;
    private final @Nullable String[] ids = new @Nullable String[CAPACITY];
    private final float[] scales = new float[CAPACITY];
    private final int[] sums = new int[CAPACITY];
    private final float[] norms = new float[CAPACITY];
    private final float[] errors = new float[CAPACITY];

    Chunk(int dimension) {
        planes = new BitPlanes(dimension, CAPACITY);
        vectors = new Vectors(dimension, CAPACITY);
    }

    void put(int slot, String id, float[] template) {
        Quantised quantised = Quantised.of(template, BitPlanes.BITS);
        planes.put(slot, quantised.codes());
        vectors.put(slot, template);
        ids[slot] = id;
        scales[slot] = quantised.scale();
        sums[slot] = quantised.sum();
        norms[slot] = quantised.norm();
        errors[slot] = quantised.error();
    }

    /** Leaves nothing of the template. */
    void clear(int slot) {
        planes.clear(slot);
        vectors.clear(slot);
        ids[slot] = null;
        scales[slot] = 0;
        sums[slot] = 0;
        norms[slot] = 0;
        errors[slot] = 0;
    }

    @Nullable String id(int slot) {
        return ids[slot];
    }

    float[] template(int slot) {
        return vectors.get(slot);
    }

    /** Lets the first {@code count} templates compete: exactly those that the bound does not rule out. */
    void search(Query query, int count, TopTwo top) {
        planes.multiply(query.planes, count, query.products);
        double[] bounds = query.bounds;
        double half = query.centre;
        int best = 0;
        for (int slot = 0; slot < count; slot++) {
            double product = query.products[slot] - half * sums[slot] - query.offset;
            double estimate = query.scale * scales[slot] * product;
            bounds[slot] = estimate + query.error * norms[slot] + query.norm * errors[slot] + Query.ROUNDING;
            best = bounds[slot] > bounds[best] ? slot : best;
        }
        // The likely best first: it raises what the others must reach.
        compare(query, best, top);
        for (int slot = 0; slot < count; slot++) {
            if (slot != best && bounds[slot] >= top.runnerUp()) {
                compare(query, slot, top);
            }
        }
    }

    private void compare(Query query, int slot, TopTwo top) {
        top.offer(ids[slot], vectors.multiply(query.exact, slot));
    }
}

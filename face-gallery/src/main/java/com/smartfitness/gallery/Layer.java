package com.smartfitness.gallery;

/**
 * Templates in a few bits a dimension, and what their inner products with a query are at most.
 *
 * <p>With {@code q = q' + dq} and {@code x = x' + dx}, where the primed ones are what the codes stand for,
 * {@code q.x - q'.x' = dq.x' + q.dx}, so by Cauchy and Schwarz {@code q.x <= q'.x' + |dq| |x'| + |q| |dx|}.
 */
final class Layer {

    /** Above what rounding in double precision adds up to for a few thousand dimensions of vectors of about unit length. */
    private static final double ROUNDING = 1e-9;

    private final double centre;
    private final float[] scales;
    private final int[] sums;
    private final float[] norms;
    private final float[] errors;

    Layer(int bits, int capacity) {
        centre = Quantised.centre(bits);
        scales = new float[capacity];
        sums = new int[capacity];
        norms = new float[capacity];
        errors = new float[capacity];
    }

    void put(int slot, Quantised template) {
        scales[slot] = template.scale();
        sums[slot] = template.sum();
        norms[slot] = template.norm();
        errors[slot] = template.error();
    }

    void clear(int slot) {
        scales[slot] = 0;
        sums[slot] = 0;
        norms[slot] = 0;
        errors[slot] = 0;
    }

    /**
     * What the inner product of query and template is at most.
     *
     * @param product of their codes
     */
    double bound(Query query, int slot, long product) {
        // sum((c - m)(u - n)) = sum(c u) - n sum(c) - m sum(u - n)
        double centred = product - query.centre * sums[slot] - centre * query.centredSum;
        return query.scale * scales[slot] * centred + query.error * norms[slot] + query.norm * errors[slot] + ROUNDING;
    }
}

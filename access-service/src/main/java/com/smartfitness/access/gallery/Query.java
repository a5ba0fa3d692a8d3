package com.smartfitness.access.gallery;

/**
 * One search: the query as it is and in bits, and room for a chunk's results.
 *
 * <p>With {@code q = q' + dq} and {@code x = x' + dx}, where the primed ones are what the codes stand for,
 * {@code q.x - q'.x' = dq.x' + q.dx}, so by Cauchy and Schwarz {@code q.x <= q'.x' + |dq| |x'| + |q| |dx|}: no template
 * whose bound is below the second best exact product can be among the best two.
 */
final class Query {

    /** Above what rounding in double precision adds up to for a few thousand dimensions of vectors of about unit length. */
    static final double ROUNDING = 1e-9;

    final double[] exact;
    final long[] planes;
    final double scale;
    final double centre;
    final double offset;
    final double norm;
    final double error;
    final long[] products = new long[Chunk.CAPACITY];
    final double[] bounds = new double[Chunk.CAPACITY];

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
        // sum((c - m)(u - n)) = sum(c u) - n sum(c) - m sum(u) + D m n
        double templates = ((1 << BitPlanes.BITS) - 1) / 2.0;
        centre = quantised.centre();
        offset = templates * quantised.sum() - vector.length * templates * centre;
    }
}

package com.smartfitness.gallery;

/**
 * A vector in a few bits a dimension: dimension {@code d} is about {@code scale * (codes[d] - centre(bits))}.
 *
 * @param bits of a code
 * @param codes each from 0 to 2^bits - 1
 * @param scale the step between two codes
 * @param sum of the codes
 * @param norm Euclidean length of what the codes stand for, never rounded down
 * @param error Euclidean distance from the vector, never rounded down
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Quantised(int bits, int[] codes, float scale, int sum, float norm, float error) {

    /** Steps to try, in root mean squares of the vector; the best one depends on how its values are distributed. */
    private static final double[] FACTORS = {0.7, 0.85, 1, 1.15, 1.3, 1.6, 2};

    /** Of an optimal quantiser for normally distributed values the range is about this, in root mean squares. */
    private static final double RANGE = 6;

    /** The quantisation that is nearest to the vector, of a few that are tried. */
    static Quantised of(float[] vector, int bits) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        double unit = Math.sqrt(square / vector.length) * RANGE / (1 << bits);
        Quantised best = withStep(vector, bits, unit);
        for (double factor : FACTORS) {
            Quantised other = withStep(vector, bits, unit * factor);
            if (other.error < best.error) {
                best = other;
            }
        }
        return best;
    }

    /** The code, halfway between two, that stands for zero. */
    static double centre(int bits) {
        return ((1 << bits) - 1) / 2.0;
    }

    private static Quantised withStep(float[] vector, int bits, double step) {
        double centre = centre(bits);
        int[] codes = new int[vector.length];
        for (int d = 0; d < vector.length; d++) {
            double place = step == 0 ? centre : vector[d] / step + centre;
            codes[d] = (int) Math.clamp(Math.rint(place), 0, (1 << bits) - 1);
        }
        return withCodes(vector, bits, codes);
    }

    private static Quantised withCodes(float[] vector, int bits, int[] codes) {
        double centre = centre(bits);
        int sum = 0;
        double along = 0;
        double square = 0;
        for (int d = 0; d < vector.length; d++) {
            sum += codes[d];
            along += vector[d] * (codes[d] - centre);
            square += (codes[d] - centre) * (codes[d] - centre);
        }
        // For these codes no scale is nearer.
        float scale = (float) (along / square);
        double distance = 0;
        for (int d = 0; d < vector.length; d++) {
            double rest = vector[d] - scale * (codes[d] - centre);
            distance += rest * rest;
        }
        return new Quantised(bits, codes, scale, sum, up(Math.abs(scale) * Math.sqrt(square)), up(Math.sqrt(distance)));
    }

    /** The same vector in fewer bits: without the lowest ones of each code. */
    Quantised shortened(float[] vector, int dropped) {
        int[] upper = new int[codes.length];
        for (int d = 0; d < upper.length; d++) {
            upper[d] = codes[d] >> dropped;
        }
        return withCodes(vector, bits - dropped, upper);
    }

    private static float up(double value) {
        return Math.nextUp((float) value);
    }
}

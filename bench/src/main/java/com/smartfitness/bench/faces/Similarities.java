package com.smartfitness.bench.faces;

/** How often which similarity, as a cosine, was found; to the nearest ten-thousandth, for any number of pairs. */
final class Similarities {

    private static final int STEPS = 10_000;

    private final long[] counts = new long[2 * STEPS + 1];
    private long total;

    void add(double similarity) {
        counts[bin(similarity)]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The share of pairs that are as similar or more. */
    double atLeast(double similarity) {
        long reached = 0;
        for (int bin = bin(similarity); bin < counts.length; bin++) {
            reached += counts[bin];
        }
        return total == 0 ? Double.NaN : (double) reached / total;
    }

    /** The similarity that this share of pairs exceeds, no more. */
    double exceededBy(double share) {
        long above = 0;
        int bin = counts.length - 1;
        while (bin > 0 && above + counts[bin] <= share * total) {
            above += counts[bin];
            bin--;
        }
        return similarity(bin);
    }

    /** By how much pairs that exceed this similarity do so on average. */
    double meanExcess(double similarity) {
        long above = 0;
        double sum = 0;
        for (int bin = bin(similarity) + 1; bin < counts.length; bin++) {
            above += counts[bin];
            sum += counts[bin] * (similarity(bin) - similarity);
        }
        return above == 0 ? 0 : sum / above;
    }

    private static int bin(double similarity) {
        return (int) Math.round((Math.clamp(similarity, -1, 1) + 1) * STEPS);
    }

    private static double similarity(int bin) {
        return (double) bin / STEPS - 1;
    }
}

package com.smartfitness.mlops.face;

import java.util.List;

/**
 * How similar the most alike of strangers are.
 *
 * @param floor from which the tail begins
 * @param all entries, those below the floor included
 * @param excesses of them, above it
 * @param scale mean excess, the maximum-likelihood scale of an exponential tail
 */
record Tail(double floor, int all, int excesses, double scale) {

    /** Only the highest are a tail; where there are more of them, most are ordinary. */
    private static final double ORDINARY = 0.95;

    /** @param known above which similarities are known */
    static Tail above(double known, List<FaceScore> entries) {
        double[] sorted =
                entries.stream().mapToDouble(FaceScore::runnerUp).sorted().toArray();
        double floor = Math.max(known, sorted[(int) (ORDINARY * sorted.length)]);
        double[] above = entries.stream()
                .mapToDouble(FaceScore::runnerUp)
                .filter(similarity -> similarity > floor)
                .toArray();
        double sum = 0;
        for (double similarity : above) {
            sum += similarity - floor;
        }
        return new Tail(floor, entries.size(), above.length, above.length == 0 ? 0 : sum / above.length);
    }

    /** Share of strangers whose best match reaches the similarity. */
    double rateAbove(double similarity) {
        return (double) excesses / all * Math.exp(-(similarity - floor) / scale);
    }

    /** The similarity that this share of strangers reaches. */
    double reachedBy(double rate) {
        return floor + scale * Math.log((double) excesses / all / rate);
    }
}

package com.smartfitness.bench.faces;

import com.smartfitness.recognition.UnitVectors;
import java.util.List;

/** How often strangers are taken for each other, and people not for themselves. */
public final class MatchRates {

    /** So many pairs must be beyond a threshold before they tell how many are. */
    private static final int ENOUGH = 10;

    /** The share of strangers' pairs that counts as their tail. */
    private static final double TAIL = 0.05;

    private final Similarities same = new Similarities();
    private final Similarities different = new Similarities();

    /** Compares every photo with every other. */
    public static MatchRates of(List<LabelledPhotos.Photo> photos) {
        MatchRates rates = new MatchRates();
        for (int one = 0; one < photos.size(); one++) {
            for (int other = one + 1; other < photos.size(); other++) {
                LabelledPhotos.Photo first = photos.get(one);
                LabelledPhotos.Photo second = photos.get(other);
                rates.add(
                        first.person().equals(second.person()),
                        UnitVectors.cosine(first.template(), second.template()));
            }
        }
        return rates;
    }

    void add(boolean samePerson, double similarity) {
        (samePerson ? same : different).add(similarity);
    }

    /** Pairs of photos of one person. */
    public long pairsOfOne() {
        return same.total();
    }

    /** Pairs of photos of two people. */
    public long pairsOfTwo() {
        return different.total();
    }

    /** How similar two people are half the time. */
    public double usualOfTwo() {
        return different.exceededBy(0.5);
    }

    /** The share of pairs of two people that are at least so similar; not a number where there is no pair. */
    public double falseMatch(double threshold) {
        return different.atLeast(threshold);
    }

    /** The share of pairs of one person that are less similar; not a number where there is no pair. */
    public double falseNonMatch(double threshold) {
        return 1 - same.atLeast(threshold);
    }

    /**
     * The similarity from which somebody counts as known, so that a stranger is rarely let in.
     *
     * @param wanted chance that a stranger is similar enough to anybody enrolled, above 0 and below 1
     * @param enrolled faces that the stranger is compared with
     */
    public Threshold threshold(double wanted, int enrolled) {
        double aPair = -Math.expm1(Math.log1p(-wanted) / enrolled);
        if (aPair * different.total() >= ENOUGH) {
            return new Threshold(different.exceededBy(aPair) + 1e-4, false);
        }
        double floor = different.exceededBy(TAIL);
        double beyond = different.meanExcess(floor) * Math.log(different.atLeast(floor) / aPair);
        return new Threshold(Math.min(floor + beyond, 1), true);
    }

    /**
     * A suggestion.
     *
     * @param extrapolated whether fewer pairs than would tell are beyond it, so that it continues their most similar
     *     twentieth as an exponential tail
     */
    public record Threshold(double similarity, boolean extrapolated) {}
}

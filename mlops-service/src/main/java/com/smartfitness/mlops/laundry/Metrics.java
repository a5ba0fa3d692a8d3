package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.laundry.LaundryClassifier.Opinion;
import java.util.SortedMap;
import java.util.TreeMap;

/** How good a model is on photos that it has not learnt from. */
final class Metrics {

    private static final int LABELS = LaundryLabel.values().length;

    /** By what photos show and what the model says. */
    private final int[][] counts = new int[LABELS][LABELS];

    private final TreeMap<Double, Integer> confidences = new TreeMap<>();
    private int all;

    void add(LaundryLabel truth, Opinion opinion) {
        counts[truth.position()][opinion.label().position()]++;
        confidences.merge(opinion.confidence(), 1, Integer::sum);
        all++;
    }

    /**
     * Accuracy, precision and recall by class, the confusion matrix as counts, and the share of photos that are sure enough
     * for the threshold. What cannot be told, since there is no such photo, is 0.
     */
    SortedMap<String, Double> values(double threshold) {
        SortedMap<String, Double> values = new TreeMap<>();
        int right = 0;
        for (LaundryLabel label : LaundryLabel.values()) {
            int hits = counts[label.position()][label.position()];
            right += hits;
            values.put("recall." + label.text(), share(hits, shown(label)));
            values.put("precision." + label.text(), share(hits, said(label)));
            for (LaundryLabel said : LaundryLabel.values()) {
                values.put("confusion.%s.%s".formatted(label.text(), said.text()), (double)
                        counts[label.position()][said.position()]);
            }
        }
        values.put("accuracy", share(right, all));
        values.put("decided", decided(threshold));
        return values;
    }

    double decided(double threshold) {
        return share(
                confidences.tailMap(threshold, true).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                all);
    }

    private int shown(LaundryLabel label) {
        int sum = 0;
        for (int said = 0; said < LABELS; said++) {
            sum += counts[label.position()][said];
        }
        return sum;
    }

    private int said(LaundryLabel label) {
        int sum = 0;
        for (int shown = 0; shown < LABELS; shown++) {
            sum += counts[shown][label.position()];
        }
        return sum;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.laundry.LaundryClassifier.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How good a model is on photos that it has not learnt from. */
final class Metrics {

    private final List<LaundryLabel> truths = new ArrayList<>();
    private final List<Opinion> opinions = new ArrayList<>();

    void add(LaundryLabel truth, Opinion opinion) {
        truths.add(truth);
        opinions.add(opinion);
    }

    /** Accuracy, recall by class, and the share of photos that are sure enough for the threshold. */
    SortedMap<String, Double> values(double threshold) {
        SortedMap<String, Double> values = new TreeMap<>();
        values.put("accuracy", recall(List.of(LaundryLabel.values())));
        for (LaundryLabel label : LaundryLabel.values()) {
            values.put("recall." + label.text(), recall(List.of(label)));
        }
        values.put("decided", decided(threshold));
        return values;
    }

    double decided(double threshold) {
        return (double) opinions.stream()
                        .filter(opinion -> opinion.confidence() >= threshold)
                        .count()
                / opinions.size();
    }

    private double recall(List<LaundryLabel> labels) {
        int all = 0;
        int right = 0;
        for (int i = 0; i < truths.size(); i++) {
            if (labels.contains(truths.get(i))) {
                all++;
                right += truths.get(i) == opinions.get(i).label() ? 1 : 0;
            }
        }
        return (double) right / all;
    }
}

package com.smartfitness.mlops.training;

import com.smartfitness.mlops.laundry.LaundryLabel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a model takes the place of the one in use, by figures of both on the same held-out photos: accurate
 * enough, more accurate, and no label recognised clearly worse.
 *
 * @param classMargin by how much recall of a label may be lower
 * @param leastHeldOut photos of each label without which nothing can be said
 */
record DeployRule(double leastAccuracy, double classMargin, int leastHeldOut) {

    static DeployRule of(TrainingProperties properties) {
        return new DeployRule(properties.leastAccuracy(), properties.classMargin(), properties.leastHeldOut());
    }

    /** Why not; null where the model is to be deployed. */
    @Nullable String objection(Map<String, Double> candidate, @Nullable Map<String, Double> current) {
        for (LaundryLabel label : LaundryLabel.values()) {
            double photos = shown(candidate, label);
            if (photos < leastHeldOut) {
                return "Only %.0f photos of %s are held out, and %d are needed to tell."
                        .formatted(photos, label.text(), leastHeldOut);
            }
        }
        double accuracy = figure(candidate, "accuracy");
        if (accuracy < leastAccuracy) {
            return "Its accuracy is %.4f, and at least %.4f is wanted.".formatted(accuracy, leastAccuracy);
        }
        return current == null ? null : objection(accuracy, candidate, current);
    }

    private @Nullable String objection(double accuracy, Map<String, Double> candidate, Map<String, Double> current) {
        double before = figure(current, "accuracy");
        if (accuracy <= before) {
            return "Its accuracy is %.4f, that of the model in use %.4f.".formatted(accuracy, before);
        }
        for (LaundryLabel label : LaundryLabel.values()) {
            double recall = figure(candidate, "recall." + label.text());
            double recallBefore = figure(current, "recall." + label.text());
            if (recall < recallBefore - classMargin) {
                return "It recognises %.4f of %s, the model in use %.4f: more than %.4f less."
                        .formatted(recall, label.text(), recallBefore, classMargin);
            }
        }
        return null;
    }

    private static double shown(Map<String, Double> figures, LaundryLabel label) {
        double sum = 0;
        for (LaundryLabel said : LaundryLabel.values()) {
            sum += figure(figures, "confusion.%s.%s".formatted(label.text(), said.text()));
        }
        return sum;
    }

    private static double figure(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, 0.0);
    }
}

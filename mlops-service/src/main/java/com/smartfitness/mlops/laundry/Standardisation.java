package com.smartfitness.mlops.laundry;

import java.util.List;

/** Brings every feature to mean 0 and deviation 1 over the photos learnt from. */
final class Standardisation {

    // A feature that never varies says nothing, and must not be divided by nothing.
    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] mean = new double[LaundryFeatures.COUNT];
    private final double[] deviation = new double[LaundryFeatures.COUNT];

    Standardisation(List<SeenPhoto> photos) {
        for (int i = 0; i < LaundryFeatures.COUNT; i++) {
            int feature = i;
            double average = photos.stream()
                    .mapToDouble(photo -> photo.value(feature))
                    .average()
                    .orElse(0);
            double variance = photos.stream()
                    .mapToDouble(photo -> Math.pow(photo.value(feature) - average, 2))
                    .average()
                    .orElse(0);
            mean[i] = average;
            deviation[i] = Math.max(Math.sqrt(variance), LEAST_DEVIATION);
        }
    }

    double of(SeenPhoto photo, int feature) {
        return (photo.value(feature) - mean[feature]) / deviation[feature];
    }

    /** What a weight on the standardised feature is as a weight on the feature itself. */
    double weight(double weight, int feature) {
        return weight / deviation[feature];
    }

    /** What is to be added to a sum of weighted features for that. */
    double offset(double weight, int feature) {
        return -weight * mean[feature] / deviation[feature];
    }
}

package com.smartfitness.mlops.laundry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a training process has found out, both models looked at as the files that are served.
 *
 * @param version of the model made, which its content names
 * @param candidate figures of the model made on the held-out photos, by name
 * @param current the same of the model in use; absent where there is none
 */
public record TrainingReport(
        String version,
        Map<String, Double> candidate,
        @Nullable Map<String, Double> current) {}

package com.smartfitness.mlops.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param reason in a sentence for operators; absent where the model is simply better
 * @param version of the model made, if it came so far
 */
record TrainingOutcome(
        TrainingStatus status,
        @Nullable String reason,
        @Nullable String version,
        @Nullable Map<String, Double> metrics,
        @Nullable String comparedWith,
        @Nullable Map<String, Double> compared) {

    static TrainingOutcome failed(String reason) {
        return new TrainingOutcome(TrainingStatus.FAILED, reason, null, null, null, null);
    }

    /** Nothing was made, and nothing went wrong. */
    static TrainingOutcome kept(String reason) {
        return new TrainingOutcome(TrainingStatus.KEPT, reason, null, null, null, null);
    }
}

package com.smartfitness.mlops.training;

import com.smartfitness.mlops.model.RegisteredModel;
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

    /**
     * A model was made and compared.
     *
     * @param objection why it is not deployed; null where it is
     * @param current the model in use; null where there is none
     * @param compared figures of the model in use, on what the one made was judged by
     */
    static TrainingOutcome judged(
            @Nullable String objection,
            String version,
            Map<String, Double> metrics,
            @Nullable RegisteredModel current,
            @Nullable Map<String, Double> compared) {
        return new TrainingOutcome(
                objection == null ? TrainingStatus.DEPLOYED : TrainingStatus.KEPT,
                objection,
                version,
                metrics,
                current == null ? null : current.version(),
                compared);
    }

    static TrainingOutcome failed(String reason) {
        return new TrainingOutcome(TrainingStatus.FAILED, reason, null, null, null, null);
    }

    /** Nothing was made, and nothing went wrong. */
    static TrainingOutcome kept(String reason) {
        return new TrainingOutcome(TrainingStatus.KEPT, reason, null, null, null, null);
    }
}

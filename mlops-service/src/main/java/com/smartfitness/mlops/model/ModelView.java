package com.smartfitness.mlops.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.ModelType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param metrics on photos that it has not learnt from
 * @param deployed whether it is the one to be used
 * @param threshold probability below which its answer counts as unclear
 * @param runId the training that made it; absent where the build did
 * @param snapshotId what it was learnt from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        ModelType modelType,
        String version,
        String sha256,
        long size,
        List<String> labels,
        Map<String, Double> metrics,
        Instant createdAt,
        boolean deployed,
        double threshold,
        @Nullable Instant deployedAt,
        @Nullable String runId,
        @Nullable String snapshotId,

        @Schema(description = "NIGHTLY, CORRECTIONS or DEMAND; absent where the build made it.") @Nullable String cause,

        @Schema(description = "The operator who asked for the training.") @Nullable String askedBy,

        Map<String, String> parameters,
        @Nullable String codeVersion,

        @Schema(description = "Judgements of this model that owners have confirmed or corrected.")
        long confirmed,

        @Schema(description = "Of these, the share that they corrected, 0 to 1; absent before the first one.") @Nullable Double shareCorrected,

        @Schema(description = "What servers of models have said of it last.")
        List<Use> uses) {

    /**
     * What one server of models has said.
     *
     * @param activated whether it uses the model, or has used it
     * @param reason why not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Use(String instance, boolean activated, @Nullable String reason, Instant at) {}
}

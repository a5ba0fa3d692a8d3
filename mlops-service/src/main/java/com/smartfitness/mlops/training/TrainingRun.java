package com.smartfitness.mlops.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.ModelType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One training, from being asked for to its end.
 *
 * @param askedBy the operator; absent where nobody asked
 * @param percent of the whole
 * @param reason why the model in use was kept, or what failed
 * @param version of the model made
 * @param metrics of the model made on the held-out photos
 * @param comparedWith version of the model that was in use
 * @param compared the same figures of that one
 * @param attempts how often it was begun
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingRun(
        String runId,
        ModelType modelType,
        TrainingCause cause,
        @Nullable String askedBy,
        TrainingStatus status,
        @Nullable TrainingStage stage,
        @Schema(description = "0 to 100.") int percent,
        @Nullable String reason,
        @Nullable String snapshotId,
        @Nullable String version,
        @Nullable Map<String, Double> metrics,
        @Nullable String comparedWith,
        @Nullable Map<String, Double> compared,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int attempts) {}

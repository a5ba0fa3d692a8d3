package com.smartfitness.branchowner.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the owner of its branch reads it.
 *
 * @param listedAt its place in the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        String taskId,
        TaskStatus status,
        String helperId,

        @Schema(description = "Absent until this service has heard of the helper, and once the helper is erased.")
        @Nullable String helperAlias,

        @Nullable Instant submittedAt,

        @Schema(description = "The model's judgement: 양호, 미흡 or 불분명.") @Nullable String aiResult,

        @Schema(description = "How sure the model was, 0 to 1.") @Nullable Double confidence,

        @Nullable String modelVersion,
        @Nullable Instant judgedAt,

        @Schema(description = "The owner's judgement, which is final.") @Nullable String correctedResult,

        @Nullable String correctionReason,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @JsonIgnore Instant listedAt) {}

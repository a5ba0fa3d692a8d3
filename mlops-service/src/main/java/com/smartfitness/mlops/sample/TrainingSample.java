package com.smartfitness.mlops.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed task as something to learn from. What the event did not tell is absent.
 *
 * @param correctedResult the owner's judgement: the label
 * @param corrected whether the owner judged otherwise than the model
 * @param photo how far the sample has a copy of its own
 * @param photoReason why it has none
 * @param photoPath where this service serves it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingSample(
        String taskId,
        @Nullable String branchId,
        @Nullable String branchName,
        @Nullable String helperId,
        @Nullable String helperAlias,
        @Schema(example = "미흡") @Nullable String aiResult,
        @Nullable Double confidence,
        @Nullable String modelVersion,
        @Schema(example = "양호") String correctedResult,
        boolean corrected,
        @Nullable String correctionReason,
        @Nullable String confirmedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant confirmedAt,
        Instant arrivedAt,
        PhotoState photo,
        @Nullable String photoReason,
        @Nullable String photoPath,
        @Nullable String photoSha256,
        @Nullable Long photoSize,
        @Nullable String photoContentType,
        @Nullable Instant photoFetchedAt) {}

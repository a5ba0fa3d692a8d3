package com.smartfitness.mlops.dataset;

import com.smartfitness.events.ModelType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * What there was to learn from at one moment. It never changes.
 *
 * @param samples photos in it, each once
 * @param heldOut of them, for verification alone
 * @param corrected of them, where the owner judged otherwise than the model
 * @param duplicates samples left out because their photo is in it already
 * @param correctionsKnown corrected samples that this service had by then
 * @param correctionsReached of them, those whose photo is in it
 */
public record DatasetSnapshot(
        String snapshotId,
        ModelType modelType,
        Instant createdAt,
        int samples,
        int heldOut,
        int corrected,
        int duplicates,
        int correctionsKnown,
        int correctionsReached,

        @Schema(description = "Share of the samples that were corrected, 0 to 1.")
        double shareCorrected,

        @Schema(description = "Share of the known corrections that are in it, 0 to 1.")
        double shareReached,

        @Schema(description = "Samples by label, by branch and by month of confirmation (UTC).")
        Map<String, Map<String, Integer>> counts) {}

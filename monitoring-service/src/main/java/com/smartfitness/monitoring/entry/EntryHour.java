package com.smartfitness.monitoring.entry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Entries of one branch in one hour. */
public record EntryHour(
        String branchId,

        @Schema(description = "When the hour begins.") Instant hour,

        long granted,
        long denied) {}

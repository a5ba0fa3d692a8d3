package com.smartfitness.branchowner.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A review as owners read it. Who has written it is not theirs to know. */
record ReviewView(
        String reviewId, @Schema(description = "1 to 5.") int rating, String text, Instant createdAt) {}

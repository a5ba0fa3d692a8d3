package com.smartfitness.search.review;

import com.smartfitness.defaults.web.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new review.
 *
 * @param rating 1 to 5
 * @param text as {@link ReviewText#text()}
 */
record ReviewRequest(
        @NotNull @OneLine @Size(max = 100) String branchId,
        @NotNull @Min(1) @Max(5) Integer rating,

        @NotBlank @Size(max = 2000) @Pattern(regexp = ReviewText.NO_CONTROLS, message = ReviewText.CONTROLS) String text) {}

package com.smartfitness.search.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a customer has to say.
 *
 * @param rating 1 to 5
 * @param text up to 2000 characters; line breaks, but no other control characters
 */
record ReviewText(
        @NotNull @Min(1) @Max(5) Integer rating,

        @NotBlank @Size(max = 2000) @Pattern(regexp = NO_CONTROLS, message = CONTROLS) String text) {

    static final String NO_CONTROLS = "[\\P{Cc}\\r\\n\\t]*";
    static final String CONTROLS = "must not contain control characters";
}

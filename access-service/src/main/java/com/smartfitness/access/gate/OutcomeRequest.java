package com.smartfitness.access.gate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a gate did with its command.
 *
 * @param reason why it did not open
 */
record OutcomeRequest(
        boolean opened,

        @Schema(example = "JAMMED") @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}") @Nullable String reason) {

    @AssertTrue(message = "A gate that did not open says why, and one that did says nothing more.") @Schema(hidden = true)
    boolean isReasonGivenWhereNeeded() {
        return opened == (reason == null);
    }

    /** Why it did not open; null where it did. */
    @Nullable String failure() {
        return reason;
    }
}

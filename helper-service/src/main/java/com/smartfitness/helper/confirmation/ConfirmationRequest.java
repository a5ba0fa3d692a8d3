package com.smartfitness.helper.confirmation;

import com.smartfitness.helper.task.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the branch owner says of a task. */
record ConfirmationRequest(
        @Schema(
                type = "string",
                allowableValues = {"양호", "미흡"})
        @NotNull Verdict result,

        @Schema(description = "Required where the result differs from the model's.") @Size(max = 500) @Nullable String reason) {

    /** A reason of blanks is none. */
    @Nullable String saidReason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}

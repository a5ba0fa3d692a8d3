package com.smartfitness.helper.confirmation;

import com.smartfitness.helper.task.TaskId;
import com.smartfitness.helper.task.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the branch owner says of many tasks at once. */
record ConfirmationBatch(@NotEmpty @Size(max = 100) List<@NotNull @Valid Item> confirmations) {

    /** One of them: a task, and what a single confirmation says. */
    record Item(
            @NotBlank String taskId,

            @Schema(
                    type = "string",
                    allowableValues = {"양호", "미흡"})
            @NotNull Verdict result,

            @Schema(description = "Required where the result differs from the model's.") @Size(max = 500) @Nullable String reason) {

        TaskId task() {
            return new TaskId(taskId);
        }

        ConfirmationRequest request() {
            return new ConfirmationRequest(result, reason);
        }
    }
}

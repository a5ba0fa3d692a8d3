package com.smartfitness.helper.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.Judgement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task as callers see it; what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        String taskId,
        TaskStatus status,
        String helperId,
        String branchId,
        @Schema(description = "Path of the photo.") String photo,
        String photoSha256,
        Instant submittedAt,

        @Schema(description = "The model's judgement: 양호, 미흡 or, where it is not sure, 불분명.", type = "string") @Nullable Judgement aiResult,

        @Schema(description = "How sure the model was, 0 to 1.") @Nullable Double confidence,

        @Nullable String modelVersion,
        @Nullable Instant judgedAt,

        @Schema(description = "The branch owner's judgement, which is final: 양호 or 미흡.", type = "string") @Nullable Verdict correctedResult,

        @Nullable String correctionReason,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    /** All that is known of a task. */
    public static TaskView of(Task task) {
        Opinion opinion = task.opinion();
        Confirmation confirmation = task.confirmation();
        return new TaskView(
                task.id().value(),
                task.status(),
                task.helper().value(),
                task.branch().value(),
                "/api/v1/tasks/%s/photo".formatted(task.id()),
                task.photo().sha256(),
                task.submittedAt(),
                opinion == null ? null : opinion.result(),
                opinion == null ? null : opinion.confidence(),
                opinion == null ? null : opinion.modelVersion(),
                opinion == null ? null : opinion.at(),
                confirmation == null ? null : confirmation.verdict(),
                confirmation == null ? null : confirmation.reason(),
                confirmation == null ? null : confirmation.by().value(),
                confirmation == null ? null : confirmation.at());
    }
}

package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The branch owner confirmed or corrected the model's judgement. The first seven components are the form in which
 * producers outside this code base send it; they know nothing of the others.
 *
 * @param timestamp when the owner confirmed
 */
@EventType(value = "helper.task-confirmed.v1", aggregate = "task")
public record TaskConfirmedEvent(
        String taskId,
        String photoUrl,
        Judgement aiResult,
        Judgement correctedResult,
        String branchId,
        String helperId,
        Instant timestamp,
        @Nullable String correctionReason,
        @Nullable String confirmedBy,
        @Nullable Double confidence,
        @Nullable String modelVersion,
        @Nullable String photoSha256,
        @Nullable Instant submittedAt,
        @Nullable Instant judgedAt)
        implements TaskEvent {

    public TaskConfirmedEvent {
        Components.requireKey("taskId", taskId);
    }

    @Override
    public Instant confirmedAt() {
        return timestamp;
    }
}

package com.smartfitness.events;

import java.time.Instant;

/** The model judged a photo; the branch owner has not confirmed yet. */
@EventType(value = "helper.task-judged.v1", aggregate = "task")
public record TaskJudgedEvent(
        String taskId,
        String helperId,
        String branchId,
        String photoUrl,
        String photoSha256,
        Instant submittedAt,
        Judgement aiResult,
        Double confidence,
        String modelVersion,
        Instant judgedAt)
        implements TaskEvent {

    public TaskJudgedEvent {
        Components.requireKey("taskId", taskId);
    }
}

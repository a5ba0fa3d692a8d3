package com.smartfitness.events;

import java.time.Instant;

/** A helper sent in a photo. */
@EventType(value = "helper.task-submitted.v1", aggregate = "task")
public record TaskSubmittedEvent(
        String taskId, String helperId, String branchId, String photoUrl, String photoSha256, Instant submittedAt)
        implements TaskEvent {

    public TaskSubmittedEvent {
        Components.requireKey("taskId", taskId);
    }
}

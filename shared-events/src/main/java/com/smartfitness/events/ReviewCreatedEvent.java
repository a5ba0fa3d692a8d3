package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer reviewed a branch. */
@EventType(value = "search.review-created.v1", aggregate = "review")
public record ReviewCreatedEvent(
        String reviewId, String branchId, @Nullable String customerId, int rating, String text, Instant createdAt)
        implements ReviewStateEvent {

    public ReviewCreatedEvent {
        Components.requireKey("reviewId", reviewId);
    }
}

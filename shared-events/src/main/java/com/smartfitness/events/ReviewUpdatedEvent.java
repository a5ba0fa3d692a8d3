package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer changed a review, or its author became unknown. */
@EventType(value = "search.review-updated.v1", aggregate = "review")
public record ReviewUpdatedEvent(
        String reviewId, String branchId, @Nullable String customerId, int rating, String text, Instant createdAt)
        implements ReviewStateEvent {

    public ReviewUpdatedEvent {
        Components.requireKey("reviewId", reviewId);
    }
}

package com.smartfitness.events;

/** A review is gone for good. */
@EventType(value = "search.review-deleted.v1", aggregate = "review", tombstone = true)
public record ReviewDeletedEvent(String reviewId) implements ReviewEvent {

    public ReviewDeletedEvent {
        Components.requireKey("reviewId", reviewId);
    }
}

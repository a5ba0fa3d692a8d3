package com.smartfitness.events;

/** Something happened to a customer's review of a branch. */
public sealed interface ReviewEvent extends DomainEvent permits ReviewStateEvent, ReviewDeletedEvent {

    String reviewId();

    @Override
    default String aggregateId() {
        return reviewId();
    }
}

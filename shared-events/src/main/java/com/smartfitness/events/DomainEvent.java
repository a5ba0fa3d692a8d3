package com.smartfitness.events;

/**
 * A fact about one aggregate, carrying the aggregate's whole public state. Implementations are records annotated with
 * {@link EventType}.
 */
public interface DomainEvent {

    /** Identifies the aggregate among all of its kind; opaque, never blank, travels as the CloudEvents subject. */
    String aggregateId();
}

package com.smartfitness.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A fact about one aggregate, carrying the aggregate's whole public state. Implementations are records annotated with
 * {@link EventType} and listed in {@link EventCatalogue}.
 *
 * <p>A component marked {@code @Nullable} is optional: left out of the JSON when unknown. All others are always sent.
 * Constructors refuse a blank business key and nothing else, so that no event becomes unreadable by being newer.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface DomainEvent {

    /** Identifies the aggregate among all of its kind; opaque, never blank, travels as the CloudEvents subject. */
    String aggregateId();
}

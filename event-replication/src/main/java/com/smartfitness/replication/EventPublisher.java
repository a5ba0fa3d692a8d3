package com.smartfitness.replication;

import com.smartfitness.events.DomainEvent;

/** Publishes what a transaction has changed. */
public interface EventPublisher {

    /**
     * Adds the event to the running transaction: it is relayed if and only if that transaction commits. Concurrent
     * changes to one aggregate wait for each other here, so versions have the order of the commits.
     *
     * @return the aggregate's version after this event, one step after the last one
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if the event is not this service's own, or larger than the configured limit
     */
    Version publish(DomainEvent event);
}

package com.smartfitness.replication.outbox;

import java.util.List;

/** Told of every step that a batch takes from the outbox to the broker, on the relay's thread. */
public interface RelayObserver {

    /** Read from the store; nothing has been sent. */
    default void taken(List<PendingEvent> batch) {}

    /** The broker has confirmed these; they are still in the outbox. */
    default void confirmed(List<PendingEvent> batch) {}

    /** They are no longer in the outbox. */
    default void removed(List<PendingEvent> batch) {}

    /** Nobody has a queue for these; they stay. */
    default void unroutable(List<PendingEvent> events) {}

    /** Whether this instance holds the lease and the broker's connection. */
    default void active(boolean active) {}

    /** Tells all of them, in order. */
    static RelayObserver all(List<RelayObserver> observers) {
        return new RelayObserver() {
            @Override
            public void taken(List<PendingEvent> batch) {
                observers.forEach(observer -> observer.taken(batch));
            }

            @Override
            public void confirmed(List<PendingEvent> batch) {
                observers.forEach(observer -> observer.confirmed(batch));
            }

            @Override
            public void removed(List<PendingEvent> batch) {
                observers.forEach(observer -> observer.removed(batch));
            }

            @Override
            public void unroutable(List<PendingEvent> events) {
                observers.forEach(observer -> observer.unroutable(events));
            }

            @Override
            public void active(boolean active) {
                observers.forEach(observer -> observer.active(active));
            }
        };
    }
}

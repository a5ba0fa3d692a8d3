package com.smartfitness.replication.consumer;

import com.smartfitness.replication.broker.CloudEvent;
import java.util.List;

/** Told of what happens to deliveries, on the queue's thread. */
public interface ConsumerObserver {

    /** Taken from what the broker has delivered; nothing has been handled. */
    default void taken(String queue, List<CloudEvent> events) {}

    /**
     * Committed in the store and not yet acknowledged.
     *
     * @param fresh how many of them changed anything; the others were known already
     */
    default void applied(String queue, List<CloudEvent> events, int fresh) {}

    /** A heartbeat has arrived: what its source had sent before has arrived too, or is lost. */
    default void heard(String queue, String source) {}

    /** Put aside for another attempt. */
    default void retried(String queue, String type) {}

    /** Given up: it is a dead letter now. */
    default void dead(String queue, String type, String cause) {}

    /** Events are known to be missing; a snapshot follows where the queue feeds a replica. */
    default void gap(String queue, String source) {}

    /** Rows were not what their source says, and have been repaired. */
    default void drift(String queue, String source, int rows) {}

    /** The store is away; deliveries are held back. */
    default void waitingForStore(String queue) {}

    /** Tells all of them, in order. */
    static ConsumerObserver all(List<ConsumerObserver> observers) {
        return new ConsumerObserver() {
            @Override
            public void taken(String queue, List<CloudEvent> events) {
                observers.forEach(observer -> observer.taken(queue, events));
            }

            @Override
            public void applied(String queue, List<CloudEvent> events, int fresh) {
                observers.forEach(observer -> observer.applied(queue, events, fresh));
            }

            @Override
            public void heard(String queue, String source) {
                observers.forEach(observer -> observer.heard(queue, source));
            }

            @Override
            public void retried(String queue, String type) {
                observers.forEach(observer -> observer.retried(queue, type));
            }

            @Override
            public void dead(String queue, String type, String cause) {
                observers.forEach(observer -> observer.dead(queue, type, cause));
            }

            @Override
            public void gap(String queue, String source) {
                observers.forEach(observer -> observer.gap(queue, source));
            }

            @Override
            public void drift(String queue, String source, int rows) {
                observers.forEach(observer -> observer.drift(queue, source, rows));
            }

            @Override
            public void waitingForStore(String queue) {
                observers.forEach(observer -> observer.waitingForStore(queue));
            }
        };
    }
}

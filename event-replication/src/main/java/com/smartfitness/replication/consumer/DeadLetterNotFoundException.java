package com.smartfitness.replication.consumer;

/** There is no such dead letter any more, or none such queue. */
public final class DeadLetterNotFoundException extends RuntimeException {

    private DeadLetterNotFoundException(String message) {
        super(message);
    }

    static DeadLetterNotFoundException forId(String id) {
        return new DeadLetterNotFoundException("There is no dead letter " + id);
    }

    static DeadLetterNotFoundException forQueue(String queue) {
        return new DeadLetterNotFoundException("This service consumes no queue " + queue);
    }
}

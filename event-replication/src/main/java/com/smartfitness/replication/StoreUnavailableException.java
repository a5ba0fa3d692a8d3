package com.smartfitness.replication;

/** The service's own store cannot be reached or cannot take writes now: a reason to wait, never to discard. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(Throwable cause) {
        super("The store is not available", cause);
    }
}

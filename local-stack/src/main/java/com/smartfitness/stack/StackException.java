package com.smartfitness.stack;

/** A server cannot do what was asked of it. The message is one line that says why and what to do. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}

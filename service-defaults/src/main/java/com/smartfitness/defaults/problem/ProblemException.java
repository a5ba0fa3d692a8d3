package com.smartfitness.defaults.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Something that the caller asked for and cannot have, in a sentence that says what to do. Subclasses name the case:
 * {@code TaskNotFoundException.forId(id)}.
 */
public abstract class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String type;

    /**
     * @param type names the case for programs and never changes, e.g. {@code task-not-found}
     * @param message for people; shown to the caller, so it holds nothing that the caller may not know
     */
    protected ProblemException(HttpStatus status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    /** The status of the answer. */
    public final HttpStatus status() {
        return status;
    }

    /** The last part of the problem's type, {@code urn:fleet:problem:<type>}. */
    public final String type() {
        return type;
    }

    /** When to try again; null where that would change nothing. */
    public @Nullable Duration retryAfter() {
        return null;
    }

    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

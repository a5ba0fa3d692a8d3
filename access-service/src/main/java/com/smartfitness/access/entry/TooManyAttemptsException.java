package com.smartfitness.access.entry;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A gate that makes more attempts than people can: broken, or trying out faces. */
public final class TooManyAttemptsException extends ProblemException {

    private final Duration window;

    TooManyAttemptsException(Duration window) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-attempts",
                "This gate makes more attempts than it may. Try again in a moment.");
        this.window = window;
    }

    @Override
    public Duration retryAfter() {
        return window;
    }
}

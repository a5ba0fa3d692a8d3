package com.smartfitness.auth.throttle;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** More passwords or cards were tried than are looked at in this time. */
public final class TooManyAttemptsException extends ProblemException {

    private final Duration wait;
    private final boolean first;

    TooManyAttemptsException(Duration wait, boolean first) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-attempts",
                "Too many attempts have failed. Wait as long as Retry-After says.");
        this.wait = wait;
        this.first = first;
    }

    /** Whether this is the first attempt that was turned away; the others are not worth a record each. */
    public boolean isFirst() {
        return first;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}

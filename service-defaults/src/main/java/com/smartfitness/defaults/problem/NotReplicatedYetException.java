package com.smartfitness.defaults.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What the request is about exists elsewhere and has not arrived here: trying again in a moment helps. */
public final class NotReplicatedYetException extends ProblemException {

    private NotReplicatedYetException(String what) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-replicated-yet",
                "This service has not heard of the %s yet. Try again in a moment.".formatted(what));
    }

    /** The signed-in user is not among those that this service has replicated. */
    public static NotReplicatedYetException ofTheCaller() {
        return new NotReplicatedYetException("signed-in user");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}

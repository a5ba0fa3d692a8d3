package com.smartfitness.mlops.objects;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** An object store is away, or does not let this service do what it wants. */
public final class ObjectStoreUnavailableException extends ProblemException {

    ObjectStoreUnavailableException(Exception cause) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "This service cannot reach its object store at the moment. Try again later.");
        initCause(cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}

package com.smartfitness.helper.photo;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The photos cannot be reached at the moment. */
public final class PhotoStoreUnavailableException extends ProblemException {

    PhotoStoreUnavailableException(Throwable cause) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "photo-store-unavailable",
                "The store of the photos cannot be reached at the moment. Try again later.");
        initCause(cause);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(2);
    }
}

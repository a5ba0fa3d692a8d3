package com.smartfitness.defaults.live;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The user has as many streams open as one may have. */
final class TooManyStreamsException extends ProblemException {

    TooManyStreamsException(int most) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "You have " + most + " live streams open, and may have no more. Close one of them.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(30);
    }
}

package com.smartfitness.auth.card;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The outside service does not answer, or not in time. */
public final class CardCheckUnavailableException extends ProblemException {

    CardCheckUnavailableException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "card-check-unavailable",
                "Cards cannot be checked at the moment, and nothing of yours was stored. Try again in a moment.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(10);
    }
}

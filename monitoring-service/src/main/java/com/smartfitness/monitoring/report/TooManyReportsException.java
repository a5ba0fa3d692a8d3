package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Reports arrive faster than they can be written. */
final class TooManyReportsException extends ProblemException {

    TooManyReportsException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-reports",
                "More reports are waiting than can be written soon. Report again in a moment.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}

package com.smartfitness.monitoring.entry;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A period that ends before it begins, or is too long to be answered at once. */
final class InvalidPeriodException extends ProblemException {

    InvalidPeriodException(Duration longest) {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid-period",
                "The period must begin before it ends, and be of %d days at most.".formatted(longest.toDays()));
    }
}

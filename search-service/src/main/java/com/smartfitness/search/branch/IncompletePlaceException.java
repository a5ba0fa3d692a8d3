package com.smartfitness.search.branch;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Half a place, or a distance from nowhere. */
final class IncompletePlaceException extends ProblemException {

    IncompletePlaceException() {
        super(
                HttpStatus.BAD_REQUEST,
                "incomplete-place",
                "A place is latitude and longitude together, and a distance needs a place.");
    }
}

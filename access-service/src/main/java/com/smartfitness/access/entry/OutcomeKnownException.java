package com.smartfitness.access.entry;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class OutcomeKnownException extends ProblemException {

    OutcomeKnownException() {
        super(
                HttpStatus.CONFLICT,
                "outcome-known",
                "This entry waits for no outcome: it was denied, reported before, or given up as failed.");
    }
}

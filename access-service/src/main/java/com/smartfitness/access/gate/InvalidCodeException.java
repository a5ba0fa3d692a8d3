package com.smartfitness.access.gate;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class InvalidCodeException extends ProblemException {

    private InvalidCodeException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static InvalidCodeException invalid() {
        return new InvalidCodeException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-gate-code",
                "The code is not one that a gate shows now. Scan it again.");
    }

    static InvalidCodeException used() {
        return new InvalidCodeException(
                HttpStatus.CONFLICT, "gate-code-used", "The code has been used. Scan the next one.");
    }
}

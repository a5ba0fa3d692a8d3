package com.smartfitness.access.gate;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class NotThatGateException extends ProblemException {

    NotThatGateException() {
        super(
                HttpStatus.FORBIDDEN,
                "not-that-gate",
                "The device that has signed the request is not the gate it names.");
    }
}

package com.smartfitness.access.gate;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class GateNotFoundException extends ProblemException {

    GateNotFoundException(String gateId) {
        super(HttpStatus.NOT_FOUND, "gate-not-found", "There is no gate %s in service.".formatted(gateId));
    }
}

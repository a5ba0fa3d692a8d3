package com.smartfitness.monitoring.fault;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No fault has this id, or none that the caller may see. */
public final class FaultNotFoundException extends ProblemException {

    private FaultNotFoundException(FaultId id) {
        super(HttpStatus.NOT_FOUND, "fault-not-found", "There is no fault %s.".formatted(id));
    }

    static FaultNotFoundException forId(FaultId id) {
        return new FaultNotFoundException(id);
    }
}

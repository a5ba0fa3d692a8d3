package com.smartfitness.mlops.sample;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No confirmed task has this id, as far as this service has heard. */
final class SampleNotFoundException extends ProblemException {

    private SampleNotFoundException(String message) {
        super(HttpStatus.NOT_FOUND, "sample-not-found", message);
    }

    static SampleNotFoundException forId(String taskId) {
        return new SampleNotFoundException("There is no training sample for task " + taskId + ".");
    }
}

package com.smartfitness.mlops.training;

import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.events.ModelType;
import org.springframework.http.HttpStatus;

/** A training is not begun, not cancelled, or not known. */
final class TrainingRefusedException extends ProblemException {

    private TrainingRefusedException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static TrainingRefusedException underWay(ModelType type) {
        return new TrainingRefusedException(
                HttpStatus.CONFLICT,
                "training-under-way",
                "A training of type %s is under way. Wait for its end, or cancel it.".formatted(type));
    }

    static TrainingRefusedException over(String runId) {
        return new TrainingRefusedException(
                HttpStatus.CONFLICT, "training-over", "Training %s is over.".formatted(runId));
    }

    static TrainingRefusedException unknown(String runId) {
        return new TrainingRefusedException(
                HttpStatus.NOT_FOUND, "training-not-found", "There is no training %s.".formatted(runId));
    }
}

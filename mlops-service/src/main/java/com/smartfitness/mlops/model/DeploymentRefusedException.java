package com.smartfitness.mlops.model;

import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.events.ModelType;
import org.springframework.http.HttpStatus;

/** A model is not put to use. */
public final class DeploymentRefusedException extends ProblemException {

    private DeploymentRefusedException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static DeploymentRefusedException unknown(ModelType type, String version) {
        return new DeploymentRefusedException(
                HttpStatus.NOT_FOUND,
                "model-not-found",
                "There is no model %s of type %s; the list of models names all.".formatted(version, type));
    }

    static DeploymentRefusedException inUse(ModelType type, String version) {
        return new DeploymentRefusedException(
                HttpStatus.CONFLICT, "model-in-use", "Model %s of type %s is in use already.".formatted(version, type));
    }

    static DeploymentRefusedException nothingBefore(ModelType type) {
        return new DeploymentRefusedException(
                HttpStatus.CONFLICT,
                "no-previous-model",
                "No model of type %s was in use before the present one. Name the version that you want."
                        .formatted(type));
    }
}

package com.smartfitness.mlops.model;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A file is not taken into the register of models. */
final class ModelNotRegisteredException extends ProblemException {

    private ModelNotRegisteredException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static ModelNotRegisteredException unusable(String reason) {
        return new ModelNotRegisteredException(HttpStatus.UNPROCESSABLE_CONTENT, "model-not-usable", reason);
    }

    static ModelNotRegisteredException tooLarge(int most) {
        return new ModelNotRegisteredException(
                HttpStatus.CONTENT_TOO_LARGE, "model-too-large", "A model has %d bytes at most.".formatted(most));
    }

    static ModelNotRegisteredException versionTaken(String version) {
        return new ModelNotRegisteredException(
                HttpStatus.CONFLICT,
                "model-version-taken",
                "Another file is registered as %s. Give the new one a version of its own.".formatted(version));
    }
}

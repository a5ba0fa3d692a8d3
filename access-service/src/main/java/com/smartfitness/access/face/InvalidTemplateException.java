package com.smartfitness.access.face;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** What was sent is no template of the face model that it names. */
public final class InvalidTemplateException extends ProblemException {

    private InvalidTemplateException(String type, String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, type, message);
    }

    static InvalidTemplateException unknownModel(Iterable<String> known) {
        return new InvalidTemplateException(
                "unknown-face-model", "Templates are accepted of these models: " + String.join(", ", known) + ".");
    }

    static InvalidTemplateException dimension(int expected, int bytes) {
        return new InvalidTemplateException(
                "invalid-template",
                "A template of this model is %d floats of 4 bytes, little-endian, in Base64; these are %d bytes."
                        .formatted(expected, bytes));
    }

    static InvalidTemplateException notNormalised() {
        return new InvalidTemplateException(
                "invalid-template", "A template is a vector of finite numbers and of length 1: normalise it.");
    }
}

package com.smartfitness.defaults.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that is not the JSON it should be, without a word of Java. */
final class Unreadable {

    private Unreadable() {}

    static ProblemDetail body(@Nullable Throwable cause) {
        return switch (cause) {
            case StreamConstraintsException tooMuch ->
                Problems.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The JSON is too long or too deep.");
            case UnrecognizedPropertyException unknown -> field(unknown, "This field is not known here.");
            case InvalidFormatException value
            when value.getTargetType() != null && value.getTargetType().isEnum() ->
                field(value, "One of these is needed: " + Unsuitable.constants(value.getTargetType()) + ".");
            case MismatchedInputException mismatch ->
                field(mismatch, "The value does not have the right type or form.");
            case InputCoercionException number -> field(number, "The number is out of range.");
            case null, default ->
                Problems.of(HttpStatus.BAD_REQUEST, "unreadable-body", "A body is needed, in well-formed JSON.");
        };
    }

    private static ProblemDetail field(JacksonException cause, String message) {
        return Problems.invalid(List.of(new FieldProblem(path(cause), message)));
    }

    private static String path(JacksonException cause) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}

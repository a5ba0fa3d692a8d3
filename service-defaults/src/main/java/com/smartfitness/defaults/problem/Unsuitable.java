package com.smartfitness.defaults.problem;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says what a request should have been that no controller takes as it is. */
final class Unsuitable {

    private Unsuitable() {}

    static ProblemDetail request(Exception cause, HttpStatusCode status) {
        return switch (cause) {
            case ConversionNotSupportedException ours -> Problems.of(status);
            case MethodArgumentTypeMismatchException value -> field(value.getName(), needed(value));
            case TypeMismatchException value -> field("", needed(value));
            case MissingServletRequestPartException part ->
                field(part.getRequestPartName(), "This part of the form is needed.");
            case MissingServletRequestParameterException parameter ->
                field(parameter.getParameterName(), "This parameter is needed.");
            case MissingRequestHeaderException header -> field(header.getHeaderName(), "This header is needed.");
            case HttpRequestMethodNotSupportedException method ->
                detailed(
                        status,
                        "This path does not take %s. It takes: %s."
                                .formatted(method.getMethod(), list(method.getSupportedHttpMethods())));
            case HttpMediaTypeNotSupportedException type ->
                detailed(
                        status,
                        "The body's type is not taken here. Send one of these as Content-Type: %s."
                                .formatted(concrete(type.getSupportedMediaTypes())));
            case HttpMediaTypeNotAcceptableException type ->
                detailed(
                        status,
                        "The answer has a type that the Accept header does not allow. It comes as: %s."
                                .formatted(concrete(type.getSupportedMediaTypes())));
            default -> Problems.of(status);
        };
    }

    /** The names of an enum's constants, which are its values. */
    static String constants(Class<?> type) {
        return list(Arrays.asList(type.getEnumConstants()));
    }

    private static String needed(TypeMismatchException value) {
        Class<?> type = value.getRequiredType();
        return type != null && type.isEnum()
                ? "One of these is needed: " + constants(type) + "."
                : "The value does not have the right type or form.";
    }

    private static ProblemDetail field(String name, String message) {
        return Problems.invalid(List.of(new FieldProblem(name, message)));
    }

    private static ProblemDetail detailed(HttpStatusCode status, String detail) {
        ProblemDetail problem = Problems.of(status);
        problem.setDetail(detail);
        return problem;
    }

    /** Without patterns, which tell clients little. */
    private static String concrete(Collection<MediaType> types) {
        return list(types.stream().filter(MediaType::isConcrete).distinct().toList());
    }

    private static String list(@Nullable Collection<?> values) {
        return Objects.requireNonNullElse(values, List.of()).stream()
                .map(String::valueOf)
                .sorted()
                .collect(joining(", "));
    }
}

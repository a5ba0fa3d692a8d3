package com.smartfitness.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

class UnsuitableTest {

    private enum Size {
        SMALL,
        LARGE
    }

    @Test
    void saysWhichMethodsThePathTakes() {
        ProblemDetail problem = Unsuitable.request(
                new HttpRequestMethodNotSupportedException("PATCH", List.of("POST", "GET")),
                HttpStatus.METHOD_NOT_ALLOWED);

        assertThat(problem.getDetail()).isEqualTo("This path does not take PATCH. It takes: GET, POST.");
        assertThat(problem.getType()).hasToString("urn:fleet:problem:method-not-allowed");
    }

    @Test
    void saysWhichTypesTheBodyAndTheAnswerMayHave() {
        List<MediaType> types = List.of(MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/*+json"));

        assertThat(Unsuitable.request(
                                new HttpMediaTypeNotSupportedException(MediaType.TEXT_PLAIN, types),
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                        .getDetail())
                .endsWith("Content-Type: application/json.");
        assertThat(Unsuitable.request(new HttpMediaTypeNotAcceptableException(types), HttpStatus.NOT_ACCEPTABLE)
                        .getDetail())
                .endsWith("It comes as: application/json.");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(errors(new MissingServletRequestPartException("photo")))
                .containsExactly(new FieldProblem("photo", "This part of the form is needed."));
        assertThat(errors(new MissingServletRequestParameterException("q", "String")))
                .containsExactly(new FieldProblem("q", "This parameter is needed."));
    }

    @Test
    void listsTheValuesThatAParameterMayHave() {
        assertThat(errors(new TypeMismatchException("HUGE", Size.class)))
                .containsExactly(new FieldProblem("", "One of these is needed: LARGE, SMALL."));
    }

    @SuppressWarnings("unchecked")
    private static List<FieldProblem> errors(Exception cause) {
        ProblemDetail problem = Unsuitable.request(cause, HttpStatus.BAD_REQUEST);
        assertThat(problem.getType()).hasToString("urn:fleet:problem:invalid-request");
        return (List<FieldProblem>) problem.getProperties().get("errors");
    }
}

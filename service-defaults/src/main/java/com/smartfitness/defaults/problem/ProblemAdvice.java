package com.smartfitness.defaults.problem;

import com.smartfitness.replication.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what a controller throws into a problem. What nobody foresaw is logged, and the caller learns nothing of it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable ResponseEntity<Object> expected(ProblemException cause, WebRequest request) {
        Duration retryAfter = cause.retryAfter();
        HttpHeaders headers = retryAfter == null ? new HttpHeaders() : Problems.retryAfter(retryAfter);
        return answer(cause, Problems.of(cause), headers, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> forbidden(AccessDeniedException cause, WebRequest request) {
        return answer(cause, SecurityProblems.forbidden(), new HttpHeaders(), request);
    }

    /** The firewall looks at a parameter when it is read, and some are read by controllers alone. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> rejected(RequestRejectedException cause, WebRequest request) {
        FieldProblem error = new FieldProblem("", "A parameter holds characters that none may have.");
        return answer(cause, Problems.invalid(List.of(error)), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unforeseen(Exception cause, WebRequest request) {
        if (StoreOutage.isBehind(cause) || cause instanceof StoreUnavailableException) {
            log.warn("The store is away: {}", cause.toString());
            return answer(cause, StoreOutage.problem(), Problems.retryAfter(Duration.ofSeconds(2)), request);
        }
        log.error("{} failed", request.getDescription(false), cause);
        return answer(cause, Problems.of(HttpStatus.INTERNAL_SERVER_ERROR), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = cause.getBindingResult().getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? field.getField() : "", sentence(error.getDefaultMessage())))
                .toList();
        return answer(cause, Problems.invalid(errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = cause.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                sentence(
                                        error instanceof DefaultMessageSourceResolvable message
                                                ? message.getDefaultMessage()
                                                : null))))
                .toList();
        return answer(cause, Problems.invalid(errors), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(cause, Unreadable.body(cause.getCause()), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = body instanceof ProblemDetail known && Problems.isOurs(known)
                ? known
                : Unsuitable.request(cause, status);
        return super.handleExceptionInternal(cause, problem, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception cause, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(cause, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static String sentence(@Nullable String message) {
        return message == null ? "The value is not valid." : message;
    }
}

package com.smartfitness.gateway.relay;

import com.smartfitness.defaults.problem.Problems;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why a request could not be handed on, as the client is told. */
public enum RelayProblem {
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "service-unavailable",
            "The service that answers this cannot be reached at the moment. Try again in a few seconds."),
    BROKEN_OFF(
            HttpStatus.BAD_GATEWAY,
            "bad-gateway",
            "The service broke off before it had answered. Look whether the request took effect before you repeat it."),
    TOO_SLOW(
            HttpStatus.GATEWAY_TIMEOUT,
            "gateway-timeout",
            "The service did not answer in time. Look whether the request took effect before you repeat it."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The body of the request is too large."),
    CLIENT_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body of the request did not arrive in time.");

    private final HttpStatus status;
    private final String type;
    private final String detail;

    RelayProblem(HttpStatus status, String type, String detail) {
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    /** What a failed exchange means. */
    public static RelayProblem of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLargeException tooLarge -> {
                    return TOO_LARGE;
                }
                case ClientFailedException client -> {
                    return CLIENT_TOO_SLOW;
                }
                case ServiceLeftAloneException leftAlone -> {
                    return UNAVAILABLE;
                }
                case ConnectException refused -> {
                    return UNAVAILABLE;
                }
                case HttpTimeoutException slow -> {
                    return slow instanceof java.net.http.HttpConnectTimeoutException ? UNAVAILABLE : TOO_SLOW;
                }
                case TimeoutException slow -> {
                    return TOO_SLOW;
                }
                default -> {
                    // Look at what caused it.
                }
            }
        }
        return BROKEN_OFF;
    }

    /** Whether the service has failed, and not its client. */
    boolean isOfTheService() {
        return this == UNAVAILABLE || this == BROKEN_OFF || this == TOO_SLOW;
    }

    HttpStatus status() {
        return status;
    }

    /** What the client is told. */
    public ProblemDetail detail() {
        return Problems.of(status, type, detail);
    }

    /** The body of a request is larger than the gateway takes. */
    static final class BodyTooLargeException extends IOException {}

    /** The service has failed too often to be asked just now. */
    static final class ServiceLeftAloneException extends IOException {}

    /** The body of a request stopped coming. */
    static final class ClientFailedException extends IOException {

        ClientFailedException(IOException cause) {
            super(cause);
        }
    }
}

package com.smartfitness.defaults.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What a caller without the right token is told. */
public final class SecurityProblems {

    private SecurityProblems() {}

    /** No token. */
    public static ProblemDetail unauthenticated() {
        return unauthenticated(
                "An access token is needed: sign in at POST /api/v1/tokens and send it as a bearer token.");
    }

    /** A token that is not valid, or not any more. Which of both is nobody's business but its holder's. */
    public static ProblemDetail tokenRefused() {
        return unauthenticated("The access token has expired or is not valid. Exchange your refresh token at POST"
                + " /api/v1/tokens/refresh, or sign in again at POST /api/v1/tokens.");
    }

    private static ProblemDetail unauthenticated(String detail) {
        return Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
    }

    /** A valid token of somebody who may not do this. */
    public static ProblemDetail forbidden() {
        return Problems.of(HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }

    /** No key to verify any token with has arrived yet. */
    public static ProblemDetail keysUnavailable() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "keys-unavailable",
                "The keys that access tokens are verified with have not arrived here yet. Try again in a moment.");
    }
}

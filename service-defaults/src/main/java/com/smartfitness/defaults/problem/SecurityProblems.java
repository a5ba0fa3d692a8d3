package com.smartfitness.defaults.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What a caller without the right token is told. */
public final class SecurityProblems {

    private SecurityProblems() {}

    /** No token, or none that is valid. */
    public static ProblemDetail unauthenticated() {
        return Problems.of(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "A valid access token is needed: sign in at POST /api/v1/tokens and send it as a bearer token.");
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

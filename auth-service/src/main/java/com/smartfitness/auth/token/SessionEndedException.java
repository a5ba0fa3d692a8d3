package com.smartfitness.auth.token;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A refresh token that is good for nothing, whatever the reason. */
final class SessionEndedException extends ProblemException {

    SessionEndedException() {
        super(HttpStatus.UNAUTHORIZED, "session-ended", "This refresh token is not valid any more. Sign in again.");
    }
}

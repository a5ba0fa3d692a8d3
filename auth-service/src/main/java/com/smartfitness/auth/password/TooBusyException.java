package com.smartfitness.auth.password;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** More people sign in or up than passwords can be hashed for. */
public final class TooBusyException extends ProblemException {

    TooBusyException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-busy",
                "Too many people are signing in at the moment. Try again in a few seconds.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(3);
    }
}

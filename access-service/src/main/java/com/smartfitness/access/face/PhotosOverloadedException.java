package com.smartfitness.access.face;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** More photos than can be looked at without making gates wait. */
final class PhotosOverloadedException extends ProblemException {

    PhotosOverloadedException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "More photos come than can be looked at now. Try again in a second.");
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}

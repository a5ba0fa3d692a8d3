package com.smartfitness.defaults.web;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** An edit must say which revision it replaces, or it may undo another's that nobody has seen. */
public final class RevisionRequiredException extends ProblemException {

    RevisionRequiredException() {
        super(
                HttpStatus.PRECONDITION_REQUIRED,
                "revision-required",
                "Send the ETag of what you have read as If-Match.");
    }
}

package com.smartfitness.defaults.web;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has looked at another revision than the one that an edit would replace. */
public final class StaleRevisionException extends ProblemException {

    /** To be thrown where the revision is not the expected one, or another edit came first. */
    public StaleRevisionException() {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-revision",
                "What you are changing has changed since you read it. Read it again and repeat the edit with its new ETag.");
    }
}

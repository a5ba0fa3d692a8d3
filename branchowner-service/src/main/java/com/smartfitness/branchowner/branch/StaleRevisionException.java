package com.smartfitness.branchowner.branch;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has looked at another revision than the one that an edit would replace. */
public final class StaleRevisionException extends ProblemException {

    StaleRevisionException() {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-revision",
                "The branch has changed since you read it. Read it again and repeat the edit with its new ETag.");
    }
}

package com.smartfitness.helper.confirmation;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The task belongs to a branch of somebody else. */
public final class NotTheOwnerException extends ProblemException {

    NotTheOwnerException() {
        super(HttpStatus.FORBIDDEN, "not-the-owner", "Only the owner of the task's branch can confirm it.");
    }
}

package com.smartfitness.defaults.web;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A cursor that no page of this list has named. */
public final class InvalidCursorException extends ProblemException {

    public InvalidCursorException() {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid-cursor",
                "The cursor is not one that this list has given. Leave it out to begin at the start.");
    }
}

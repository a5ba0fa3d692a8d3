package com.smartfitness.search.review;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A review is its author's to change. */
final class NotTheAuthorException extends ProblemException {

    NotTheAuthorException() {
        super(HttpStatus.FORBIDDEN, "not-the-author", "Only the author of a review may change or delete it.");
    }
}

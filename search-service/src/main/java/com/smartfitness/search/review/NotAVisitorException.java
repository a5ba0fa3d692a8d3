package com.smartfitness.search.review;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Only who has been there may say how it is. */
final class NotAVisitorException extends ProblemException {

    NotAVisitorException() {
        super(HttpStatus.FORBIDDEN, "not-a-visitor", "Only customers who have entered the branch may review it.");
    }
}

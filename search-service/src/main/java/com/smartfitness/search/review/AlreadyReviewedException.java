package com.smartfitness.search.review;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A customer says one thing about a branch, and may change it. */
final class AlreadyReviewedException extends ProblemException {

    AlreadyReviewedException() {
        super(
                HttpStatus.CONFLICT,
                "already-reviewed",
                "You have reviewed this branch before. Change that review instead.");
    }
}

package com.smartfitness.search.review;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such review, or none any more. */
final class ReviewNotFoundException extends ProblemException {

    private ReviewNotFoundException(String message) {
        super(HttpStatus.NOT_FOUND, "review-not-found", message);
    }

    static ReviewNotFoundException forId(ReviewId id) {
        return new ReviewNotFoundException("There is no review %s.".formatted(id));
    }
}

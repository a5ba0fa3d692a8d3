package com.smartfitness.search.review;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such branch, or it has not arrived here yet. */
final class BranchNotFoundException extends ProblemException {

    BranchNotFoundException() {
        super(HttpStatus.NOT_FOUND, "branch-not-found", "There is no such branch.");
    }
}

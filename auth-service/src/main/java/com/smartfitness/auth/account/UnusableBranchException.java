package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody can sign up as a helper of this branch. */
final class UnusableBranchException extends ProblemException {

    private UnusableBranchException(String type, String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, type, message);
    }

    static UnusableBranchException unknown() {
        return new UnusableBranchException(
                "unknown-branch", "There is no such branch. If it was opened just now, try again in a moment.");
    }

    static UnusableBranchException closed() {
        return new UnusableBranchException("branch-closed", "This branch is closed and takes no new helpers.");
    }
}

package com.smartfitness.monitoring.replica;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A branch in which the caller cannot put equipment. */
public final class UnusableBranchException extends ProblemException {

    private UnusableBranchException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static UnusableBranchException unknown(BranchId branch) {
        return new UnusableBranchException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown-branch",
                "There is no branch %s. If it was opened just now, try again in a moment.".formatted(branch));
    }

    static UnusableBranchException closed(BranchId branch) {
        return new UnusableBranchException(
                HttpStatus.CONFLICT, "branch-closed", "The branch %s is closed.".formatted(branch));
    }

    static UnusableBranchException ofAnother(BranchId branch) {
        return new UnusableBranchException(
                HttpStatus.FORBIDDEN,
                "not-the-owner",
                "Only the owner of the branch %s may do this.".formatted(branch));
    }
}

package com.smartfitness.branchowner.branch;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The branch is another owner's. */
public final class NotTheOwnerException extends ProblemException {

    private NotTheOwnerException(BranchId id) {
        super(HttpStatus.FORBIDDEN, "not-the-owner", "Only the owner of the branch %s may do this.".formatted(id));
    }

    static NotTheOwnerException ofBranch(BranchId id) {
        return new NotTheOwnerException(id);
    }
}

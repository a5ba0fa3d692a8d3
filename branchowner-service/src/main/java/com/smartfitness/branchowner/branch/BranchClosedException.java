package com.smartfitness.branchowner.branch;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A closed branch stays as it is. */
public final class BranchClosedException extends ProblemException {

    private BranchClosedException(BranchId id) {
        super(HttpStatus.CONFLICT, "branch-closed", "The branch %s is closed and stays as it is.".formatted(id));
    }

    static BranchClosedException forId(BranchId id) {
        return new BranchClosedException(id);
    }
}

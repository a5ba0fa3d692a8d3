package com.smartfitness.branchowner.branch;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No branch has this id, or none that the caller may see. */
public final class BranchNotFoundException extends ProblemException {

    private BranchNotFoundException(BranchId id) {
        super(HttpStatus.NOT_FOUND, "branch-not-found", "There is no branch %s.".formatted(id));
    }

    static BranchNotFoundException forId(BranchId id) {
        return new BranchNotFoundException(id);
    }
}

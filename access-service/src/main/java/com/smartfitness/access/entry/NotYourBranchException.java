package com.smartfitness.access.entry;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

final class NotYourBranchException extends ProblemException {

    NotYourBranchException() {
        super(HttpStatus.FORBIDDEN, "not-your-branch", "Name one of your own branches: branchId=...");
    }
}

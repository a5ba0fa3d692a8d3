package com.smartfitness.branchowner.replica;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller's token is still valid, the account is not. */
public final class AccountDeactivatedException extends ProblemException {

    AccountDeactivatedException() {
        super(HttpStatus.FORBIDDEN, "account-deactivated", "Your account is deactivated.");
    }
}

package com.smartfitness.search.replica;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The token is still valid, the account behind it no longer is. */
public final class AccountDeactivatedException extends ProblemException {

    AccountDeactivatedException() {
        super(HttpStatus.FORBIDDEN, "account-deactivated", "This account has been deactivated.");
    }
}

package com.smartfitness.defaults.problem;

import org.springframework.http.HttpStatus;

/** The token is still valid, the account behind it no longer is. */
public final class AccountDeactivatedException extends ProblemException {

    /** What a service throws that has heard of it. */
    public AccountDeactivatedException() {
        super(HttpStatus.FORBIDDEN, "account-deactivated", "This account has been deactivated.");
    }
}

package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A valid token, or an operator, speaks of a user who is not here (any more). */
final class AccountNotFoundException extends ProblemException {

    AccountNotFoundException() {
        super(HttpStatus.NOT_FOUND, "account-not-found", "There is no such account, or not any more.");
    }
}

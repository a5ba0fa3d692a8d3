package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Somebody who is signed in does not know the account's password. */
final class WrongPasswordException extends ProblemException {

    WrongPasswordException() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password", "The password is not that of your account.");
    }
}

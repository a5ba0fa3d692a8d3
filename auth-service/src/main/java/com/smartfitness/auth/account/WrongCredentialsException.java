package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** An e-mail and a password that do not open any account; which of the two is wrong is not said. */
final class WrongCredentialsException extends ProblemException {

    WrongCredentialsException() {
        super(HttpStatus.UNAUTHORIZED, "wrong-credentials", "The e-mail or the password is wrong.");
    }
}

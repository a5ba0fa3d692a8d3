package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The e-mail belongs to an account. */
final class EmailTakenException extends ProblemException {

    EmailTakenException() {
        super(HttpStatus.CONFLICT, "email-taken", "There is an account with this e-mail. Sign in with it instead.");
    }
}

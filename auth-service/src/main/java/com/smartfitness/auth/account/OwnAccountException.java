package com.smartfitness.auth.account;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** An operator is about to lock the door behind them. */
final class OwnAccountException extends ProblemException {

    OwnAccountException() {
        super(
                HttpStatus.CONFLICT,
                "own-account",
                "An operator cannot deactivate or erase their own account. Ask another operator to deactivate it.");
    }
}

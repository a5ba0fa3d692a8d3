package com.smartfitness.helper.task;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A task cannot be confirmed, or not like this. */
public final class ConfirmationRefusedException extends ProblemException {

    private ConfirmationRefusedException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static ConfirmationRefusedException confirmedBefore(TaskId id) {
        return new ConfirmationRefusedException(
                HttpStatus.CONFLICT,
                "task-confirmed-before",
                "Task %s has been confirmed before; that is final.".formatted(id));
    }

    static ConfirmationRefusedException notJudgedYet(TaskId id) {
        return new ConfirmationRefusedException(
                HttpStatus.CONFLICT,
                "task-not-judged-yet",
                "The model has not judged task %s yet. Try again in a moment.".formatted(id));
    }

    static ConfirmationRefusedException withoutReason() {
        return new ConfirmationRefusedException(
                HttpStatus.BAD_REQUEST,
                "reason-required",
                "The result differs from the model's. Say why: the model learns from it.");
    }
}

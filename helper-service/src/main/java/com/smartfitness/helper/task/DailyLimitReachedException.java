package com.smartfitness.helper.task;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The helper has sent in all photos that a day allows. */
public final class DailyLimitReachedException extends ProblemException {

    DailyLimitReachedException(int limit) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "daily-limit-reached",
                "You have sent in all %d photos of today. The branch's next day begins at midnight there."
                        .formatted(limit));
    }
}

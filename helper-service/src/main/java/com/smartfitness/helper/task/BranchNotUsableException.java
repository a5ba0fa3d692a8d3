package com.smartfitness.helper.task;

import com.smartfitness.defaults.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The helper's branch takes no photos. */
public final class BranchNotUsableException extends ProblemException {

    private BranchNotUsableException(HttpStatus status, String type, String message) {
        super(status, type, message);
    }

    static BranchNotUsableException none() {
        return new BranchNotUsableException(
                HttpStatus.CONFLICT, "no-branch", "You work for no branch, so there is nothing to photograph.");
    }

    static BranchNotUsableException closed() {
        return new BranchNotUsableException(
                HttpStatus.CONFLICT, "branch-closed", "Your branch has been closed and takes no more photos.");
    }

    static BranchNotUsableException notReplicatedYet() {
        return new BranchNotUsableException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not-replicated-yet",
                "This service has not heard of your branch yet. Try again in a moment.");
    }

    @Override
    public @Nullable Duration retryAfter() {
        return status() == HttpStatus.SERVICE_UNAVAILABLE ? Duration.ofSeconds(1) : null;
    }
}

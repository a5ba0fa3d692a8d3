package com.smartfitness.helper.task;

import com.smartfitness.helper.replica.BranchId;
import com.smartfitness.helper.replica.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A laundry photo that a helper sent in: first the model has an opinion, then the branch owner the last word. */
public record Task(
        TaskId id,
        UserId helper,
        BranchId branch,
        TaskPhoto photo,
        Instant submittedAt,
        @Nullable Opinion opinion,
        @Nullable Confirmation confirmation) {

    static Task submitted(TaskId id, UserId helper, BranchId branch, TaskPhoto photo, Instant at) {
        return new Task(id, helper, branch, photo, at, null, null);
    }

    /** How far it has come. */
    public TaskStatus status() {
        if (confirmation != null) {
            return confirmation.verdict().status();
        }
        return opinion == null ? TaskStatus.SUBMITTED : TaskStatus.JUDGED;
    }

    /**
     * With the model's opinion.
     *
     * @throws IllegalStateException where there is one already
     */
    public Task judged(Opinion given) {
        if (status() != TaskStatus.SUBMITTED) {
            throw new IllegalStateException("Task %s has been judged before".formatted(id));
        }
        return new Task(id, helper, branch, photo, submittedAt, given, null);
    }

    /**
     * With the branch owner's decision.
     *
     * @throws ConfirmationRefusedException where the model has not judged, somebody has decided before, or the decision
     *     differs from the model's opinion without a reason
     */
    public Task confirmed(Confirmation given) {
        if (confirmation != null) {
            throw ConfirmationRefusedException.confirmedBefore(id);
        }
        if (opinion == null) {
            throw ConfirmationRefusedException.notJudgedYet(id);
        }
        if (given.verdict().judgement() != opinion.result() && given.reason() == null) {
            throw ConfirmationRefusedException.withoutReason();
        }
        return new Task(id, helper, branch, photo, submittedAt, opinion, given);
    }
}

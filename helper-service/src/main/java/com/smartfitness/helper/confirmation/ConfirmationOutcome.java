package com.smartfitness.helper.confirmation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.defaults.problem.Problems;
import com.smartfitness.helper.task.Task;
import com.smartfitness.helper.task.TaskId;
import com.smartfitness.helper.task.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What became of one of many confirmations: either the task as it is now, or the problem that a single confirmation would
 * have been answered with.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfirmationOutcome(
        String taskId, @Nullable TaskView task, @Nullable ProblemDetail problem) {

    static ConfirmationOutcome of(Task confirmed) {
        return new ConfirmationOutcome(confirmed.id().value(), TaskView.of(confirmed), null);
    }

    static ConfirmationOutcome of(TaskId task, ProblemException refusal) {
        return new ConfirmationOutcome(task.value(), null, Problems.of(refusal));
    }
}

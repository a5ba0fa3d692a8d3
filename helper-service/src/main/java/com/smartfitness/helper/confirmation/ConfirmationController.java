package com.smartfitness.helper.confirmation;

import com.smartfitness.defaults.problem.AccountDeactivatedException;
import com.smartfitness.defaults.problem.NotReplicatedYetException;
import com.smartfitness.defaults.problem.ProblemException;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.helper.task.TaskId;
import com.smartfitness.helper.task.TaskView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConfirmationController {

    private final Confirmations confirmations;

    ConfirmationController(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Operation(
            summary = "Confirm or correct the model's judgement",
            description =
                    "Once, by the owner of the task's branch; 403 for anybody else's task, 409 where the model has"
                            + " not judged yet or the task has been confirmed before. A task confirmed as 양호 pays the helper.")
    @PostMapping("/api/v1/tasks/{taskId}/confirmation")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    TaskView confirm(@PathVariable String taskId, @Valid @RequestBody ConfirmationRequest request, Caller caller) {
        return TaskView.of(confirmations.confirm(caller, new TaskId(taskId), request));
    }

    @Operation(
            summary = "Confirm or correct many judgements",
            description = "Up to 100. Each is decided by itself, as if it had come alone: the answer tells of every one"
                    + " either the task or the problem, in the order of the request.")
    @PostMapping("/api/v1/tasks/confirmations")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    Page<ConfirmationOutcome> confirm(@Valid @RequestBody ConfirmationBatch batch, Caller caller) {
        return new Page<>(
                batch.confirmations().stream()
                        .map(item -> outcome(caller, item))
                        .toList(),
                null);
    }

    private ConfirmationOutcome outcome(Caller caller, ConfirmationBatch.Item item) {
        try {
            return ConfirmationOutcome.of(confirmations.confirm(caller, item.task(), item.request()));
        } catch (NotReplicatedYetException | AccountDeactivatedException ofTheCaller) {
            throw ofTheCaller;
        } catch (ProblemException refused) {
            return ConfirmationOutcome.of(item.task(), refused);
        }
    }
}

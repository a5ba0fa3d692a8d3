package com.smartfitness.helper.confirmation;

import com.smartfitness.defaults.security.Caller;
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
}

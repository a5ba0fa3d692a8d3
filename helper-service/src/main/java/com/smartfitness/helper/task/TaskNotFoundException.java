package com.smartfitness.helper.task;

import com.smartfitness.defaults.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such task, or the caller may not know of it. */
public final class TaskNotFoundException extends ProblemException {

    private TaskNotFoundException(TaskId id) {
        super(HttpStatus.NOT_FOUND, "task-not-found", "There is no task %s.".formatted(id));
    }

    /** The id is the caller's own. */
    public static TaskNotFoundException forId(TaskId id) {
        return new TaskNotFoundException(id);
    }
}

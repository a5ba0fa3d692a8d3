package com.smartfitness.helper.task;

import com.smartfitness.events.TaskConfirmedEvent;
import com.smartfitness.events.TaskEvent;
import com.smartfitness.events.TaskJudgedEvent;
import com.smartfitness.events.TaskSubmittedEvent;

/** Tells others how far a task has come, with all that is known of it. */
final class TaskEvents {

    private TaskEvents() {}

    static TaskEvent of(Task task, String photoUrl) {
        Opinion opinion = task.opinion();
        if (opinion == null) {
            return submitted(task, photoUrl);
        }
        Confirmation confirmation = task.confirmation();
        return confirmation == null
                ? judged(task, opinion, photoUrl)
                : confirmed(task, opinion, confirmation, photoUrl);
    }

    private static TaskEvent submitted(Task task, String photoUrl) {
        return new TaskSubmittedEvent(
                task.id().value(),
                task.helper().value(),
                task.branch().value(),
                photoUrl,
                task.photo().sha256(),
                task.submittedAt());
    }

    private static TaskEvent judged(Task task, Opinion opinion, String photoUrl) {
        return new TaskJudgedEvent(
                task.id().value(),
                task.helper().value(),
                task.branch().value(),
                photoUrl,
                task.photo().sha256(),
                task.submittedAt(),
                opinion.result(),
                opinion.confidence(),
                opinion.modelVersion(),
                opinion.at());
    }

    private static TaskEvent confirmed(Task task, Opinion opinion, Confirmation confirmation, String photoUrl) {
        return new TaskConfirmedEvent(
                task.id().value(),
                photoUrl,
                opinion.result(),
                confirmation.verdict().judgement(),
                task.branch().value(),
                task.helper().value(),
                confirmation.at(),
                confirmation.reason(),
                confirmation.by().value(),
                opinion.confidence(),
                opinion.modelVersion(),
                task.photo().sha256(),
                task.submittedAt(),
                opinion.at());
    }
}

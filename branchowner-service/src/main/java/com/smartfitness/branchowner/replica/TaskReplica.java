package com.smartfitness.branchowner.replica;

import com.smartfitness.events.Judgement;
import com.smartfitness.events.TaskEvent;
import com.smartfitness.replication.Replica;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks of all branches, without their photos: those stay with helper-service. */
@Component
@Replica(queue = "tasks", table = "known_task")
class TaskReplica {

    record KnownTask(
            String taskId,
            String helperId,
            String branchId,
            @Nullable Instant submittedAt,
            @Nullable Judgement aiResult,
            @Nullable Double confidence,
            @Nullable String modelVersion,
            @Nullable Instant judgedAt,
            @Nullable Judgement correctedResult,
            @Nullable String correctionReason,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    KnownTask on(TaskEvent task) {
        return new KnownTask(
                task.taskId(),
                task.helperId(),
                task.branchId(),
                task.submittedAt(),
                task.aiResult(),
                task.confidence(),
                task.modelVersion(),
                task.judgedAt(),
                task.correctedResult(),
                task.correctionReason(),
                task.confirmedBy(),
                task.confirmedAt());
    }
}

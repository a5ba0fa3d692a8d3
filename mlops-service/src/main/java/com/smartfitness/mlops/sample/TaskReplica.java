package com.smartfitness.mlops.sample;

import com.smartfitness.events.Judgement;
import com.smartfitness.events.TaskEvent;
import com.smartfitness.replication.Replica;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks, wherever they are confirmed. The table makes samples of those that are. */
@Component
@Replica(queue = "tasks", table = "training_task", acceptsOutsiders = true)
class TaskReplica {

    record TrainingTask(
            String taskId,
            String helperId,
            String branchId,
            String photoUrl,
            @Nullable String photoSha256,
            @Nullable Instant submittedAt,
            @Nullable Judgement aiResult,
            @Nullable Double confidence,
            @Nullable String modelVersion,
            @Nullable Instant judgedAt,
            @Nullable Judgement correctedResult,
            @Nullable String correctionReason,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    TrainingTask on(TaskEvent task) {
        return new TrainingTask(
                task.taskId(),
                task.helperId(),
                task.branchId(),
                task.photoUrl(),
                task.photoSha256(),
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

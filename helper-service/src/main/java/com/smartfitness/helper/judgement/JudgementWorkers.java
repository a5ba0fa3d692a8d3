package com.smartfitness.helper.judgement;

import com.smartfitness.helper.photo.PhotoMissingException;
import com.smartfitness.helper.photo.PhotoStore;
import com.smartfitness.helper.photo.PhotoStoreUnavailableException;
import com.smartfitness.helper.task.Opinion;
import com.smartfitness.helper.task.PhotoSubmitted;
import com.smartfitness.helper.task.Task;
import com.smartfitness.helper.task.TaskStatus;
import com.smartfitness.helper.task.Tasks;
import com.smartfitness.onnx.UnusableModelException;
import com.smartfitness.replication.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what has been sent in. The table of tasks is the queue: a task that is taken stays hidden for a while, and
 * comes back by itself where judging it failed or the service ended meanwhile. No connection is held while a photo is
 * fetched and looked at.
 */
@Component
class JudgementWorkers extends Background {

    private static final Logger log = LoggerFactory.getLogger(JudgementWorkers.class);

    private final Tasks tasks;
    private final PhotoStore photos;
    private final ActiveModel model;
    private final TransactionTemplate transaction;
    private final Duration retry;
    private final Timer time;

    JudgementWorkers(
            Tasks tasks,
            PhotoStore photos,
            ActiveModel model,
            TransactionTemplate transaction,
            JudgementProperties properties,
            MeterRegistry metrics) {
        super("judgement", properties.workers(), properties.look());
        this.tasks = tasks;
        this.photos = photos;
        this.model = model;
        this.transaction = transaction;
        this.retry = properties.retry();
        this.time = Timer.builder("helper.judgement")
                .description("From a photo's arrival to its judgement")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PhotoSubmitted submitted) {
        wake();
    }

    @Override
    void work() {
        while (goesOn() && model.deployment().isPresent()) {
            Optional<Task> taken = tasks.takeForJudgement(retry);
            if (taken.isEmpty()) {
                return;
            }
            judge(taken.get());
        }
    }

    private void judge(Task task) {
        try (Traces.Span _ = tasks.tell("judge", task.id())) {
            byte[] photo = photos.read(task.photo().key());
            model.judge(photo).ifPresent(opinion -> keep(task, opinion));
        } catch (PhotoStoreUnavailableException | PhotoMissingException | UnusableModelException e) {
            log.warn("Task {} cannot be judged now: {}", task.id(), e.getMessage());
        }
    }

    private void keep(Task taken, Opinion opinion) {
        transaction.executeWithoutResult(running -> tasks.lock(taken.id())
                // Another worker may have been at it, where this one has taken too long.
                .filter(task -> task.status() == TaskStatus.SUBMITTED)
                .map(task -> task.judged(opinion))
                .ifPresent(tasks::update));
        time.record(Duration.between(taken.submittedAt(), opinion.at()));
    }
}

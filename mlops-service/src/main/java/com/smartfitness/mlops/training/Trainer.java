package com.smartfitness.mlops.training;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.model.Deployments;
import com.smartfitness.mlops.model.Models;
import com.smartfitness.mlops.model.RegisteredModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes runs up and brings them to an end. What a run comes to - the registered model, its deployment, the event that
 * tells of it and the run's own end - is one transaction: wherever this process is killed, there is all of it or nothing.
 */
@Component
class Trainer {

    private static final Logger log = LoggerFactory.getLogger(Trainer.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final String process = UUID.randomUUID().toString();
    private final TrainingRuns runs;
    private final TrainingTriggers triggers;
    private final Map<ModelType, Course> courses;
    private final Models models;
    private final Deployments deployments;
    private final TransactionOperations transactions;
    private final TrainingProperties properties;

    Trainer(
            TrainingRuns runs,
            TrainingTriggers triggers,
            List<Course> courses,
            Models models,
            Deployments deployments,
            TransactionOperations transactions,
            TrainingProperties properties) {
        this.runs = runs;
        this.triggers = triggers;
        this.courses = courses.stream().collect(Collectors.toMap(Course::type, Function.identity()));
        this.models = models;
        this.deployments = deployments;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** Does what there is to do; false where there was nothing. */
    boolean work() throws InterruptedException {
        runs.endCancelled(process);
        triggers.look();
        var taken = runs.claim(process, properties.lease());
        if (taken.isEmpty()) {
            return false;
        }
        perform(taken.get());
        return true;
    }

    private void perform(TrainingRun run) throws InterruptedException {
        log.info("Training {} of type {}, attempt {}", run.runId(), run.modelType(), run.attempts());
        try {
            if (run.attempts() > properties.attempts()) {
                end(
                        run,
                        new Candidate(
                                null,
                                TrainingOutcome.failed(
                                        "It broke off %d times; the log says why.".formatted(properties.attempts()))));
                return;
            }
            Course course = courses.get(run.modelType());
            if (course == null) {
                throw new IllegalStateException("Nothing trains models of type " + run.modelType());
            }
            end(run, course.run(run, new LeasedSteps(runs, run.runId(), process, properties.lease())));
        } catch (RunLostException left) {
            log.info("{}", left.getMessage());
        } catch (InterruptedException ending) {
            runs.release(run.runId(), process, Duration.ZERO);
            throw ending;
        } catch (Exception e) {
            log.warn("Training {} broke off and is begun again", run.runId(), e);
            runs.release(run.runId(), process, PAUSE_AFTER_FAILURE);
        }
    }

    private void end(TrainingRun run, Candidate candidate) {
        TrainingOutcome outcome = candidate.outcome();
        transactions.executeWithoutResult(status -> {
            if (!runs.finish(run.runId(), process, outcome)) {
                throw new RunLostException(run.runId());
            }
            RegisteredModel model = candidate.model();
            if (model != null) {
                models.register(model);
                if (outcome.status() == TrainingStatus.DEPLOYED) {
                    deployments.deploy(model.modelType(), model.version(), run.runId());
                }
            }
        });
        log.info("Training {}: {} {}", run.runId(), outcome.status(), outcome.reason() == null ? "" : outcome.reason());
    }
}

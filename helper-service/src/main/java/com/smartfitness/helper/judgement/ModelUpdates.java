package com.smartfitness.helper.judgement;

import com.smartfitness.helper.replica.KnownModel;
import com.smartfitness.helper.replica.KnownModels;
import com.smartfitness.models.ModelArtefacts;
import com.smartfitness.models.ModelsProperties;
import com.smartfitness.onnx.UnusableModelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the model in use in line with the replicated deployment. What cannot be used leaves the one before in place. */
@Component
class ModelUpdates extends Background {

    private static final Logger log = LoggerFactory.getLogger(ModelUpdates.class);

    private final KnownModels deployments;
    private final ModelArtefacts artefacts;
    private final ActiveModel active;
    private final JudgementWorkers workers;
    private final ModelReports reports;
    private final Duration retry;
    private final Clock clock;
    private volatile @Nullable Refusal refusal;

    /**
     * A deployment that is not used.
     *
     * @param reason a sentence for operators
     * @param again when it is tried again
     */
    record Refusal(KnownModel model, String reason, Instant again) {}

    ModelUpdates(
            KnownModels deployments,
            ModelArtefacts artefacts,
            ActiveModel active,
            JudgementWorkers workers,
            ModelReports reports,
            ModelsProperties properties,
            Clock clock) {
        super("model-updates", 1, properties.look());
        this.deployments = deployments;
        this.artefacts = artefacts;
        this.active = active;
        this.workers = workers;
        this.reports = reports;
        this.retry = properties.retry();
        this.clock = clock;
    }

    @Override
    void work() {
        deployments
                .laundry()
                .filter(wanted -> !active.deployment().filter(wanted::equals).isPresent())
                .filter(wanted -> !isLeftAlone(wanted))
                .ifPresent(this::activate);
        reports.send();
    }

    /** What was not used of late, while it is still wanted. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    private boolean isLeftAlone(KnownModel wanted) {
        Refusal last = refusal;
        return last != null && last.model().equals(wanted) && clock.instant().isBefore(last.again());
    }

    private void activate(KnownModel wanted) {
        try {
            active.replace(wanted, LaundryModel.of(artefacts.fetch(wanted.artifactUrl(), wanted.sha256())));
            log.info("Laundry model {} is in use", wanted.version());
            refusal = null;
            workers.wake();
            reports.activated(wanted);
        } catch (UnusableModelException e) {
            refuse(wanted, e.getMessage());
        }
    }

    /** Said once, however often it is tried again. */
    private void refuse(KnownModel wanted, String reason) {
        Refusal last = refusal;
        if (last == null || !last.model().equals(wanted) || !last.reason().equals(reason)) {
            String inUse = active.deployment().map(KnownModel::version).orElse("none");
            log.warn("Laundry model {} is not used: {}. In use stays {}", wanted.version(), reason, inUse);
            reports.rejected(wanted, reason);
        }
        refusal = new Refusal(wanted, reason, clock.instant().plus(retry));
    }
}

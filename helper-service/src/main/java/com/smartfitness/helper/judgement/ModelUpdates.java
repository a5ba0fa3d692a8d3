package com.smartfitness.helper.judgement;

import com.smartfitness.helper.replica.KnownModel;
import com.smartfitness.helper.replica.KnownModels;
import com.smartfitness.models.ModelArtefacts;
import com.smartfitness.models.ModelsProperties;
import com.smartfitness.models.Refusals;
import com.smartfitness.models.Refusals.Refusal;
import com.smartfitness.onnx.UnusableModelException;
import java.time.Clock;
import java.util.Optional;
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
    private final Refusals<KnownModel> refusals;

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
        this.refusals = new Refusals<>(properties.retry(), clock);
    }

    @Override
    void work() {
        deployments
                .laundry()
                .filter(wanted -> !active.deployment().filter(wanted::equals).isPresent())
                .filter(wanted -> !refusals.leaveAlone(wanted))
                .ifPresent(this::activate);
        reports.send();
    }

    /** What was not used of late, while it is still wanted. */
    Optional<Refusal<KnownModel>> refusal() {
        return refusals.last();
    }

    private void activate(KnownModel wanted) {
        try {
            active.replace(wanted, LaundryModel.of(artefacts.fetch(wanted.artifactUrl(), wanted.sha256())));
            log.info("Laundry model {} is in use", wanted.version());
            refusals.clear();
            workers.wake();
            reports.activated(wanted);
        } catch (UnusableModelException e) {
            refusals.add(wanted, e).ifPresent(this::tell);
        }
    }

    private void tell(Refusal<KnownModel> news) {
        KnownModel wanted = news.model();
        String inUse = active.deployment().map(KnownModel::version).orElse("none");
        log.warn("Laundry model {} is not used: {}. In use stays {}", wanted.version(), news.reason(), inUse);
        reports.rejected(wanted, news.reason());
    }
}

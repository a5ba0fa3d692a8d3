package com.smartfitness.access.face;

import com.smartfitness.access.replica.DecisionRule;
import com.smartfitness.events.DescriptorModel;
import com.smartfitness.models.ModelArtefacts;
import com.smartfitness.models.ModelsProperties;
import com.smartfitness.models.Refusals;
import com.smartfitness.models.Refusals.Refusal;
import com.smartfitness.onnx.UnusableModelException;
import com.smartfitness.recognition.FaceDescriptor;
import com.smartfitness.replication.StoreUnavailableException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the descriptor in use in line with the deployment. What cannot be used leaves the one before in place. */
@Component
class DescriptorUpdates {

    private static final Logger log = LoggerFactory.getLogger(DescriptorUpdates.class);

    private final DecisionRule deployment;
    private final ModelArtefacts artefacts;
    private final Descriptors descriptors;
    private final FaceProperties faces;
    private final Refusals<DescriptorModel> refusals;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Optional<String> inUse = Optional.empty();

    DescriptorUpdates(
            DecisionRule deployment,
            ModelArtefacts artefacts,
            Descriptors descriptors,
            FaceProperties faces,
            ModelsProperties properties,
            Clock clock) {
        this.deployment = deployment;
        this.artefacts = artefacts;
        this.descriptors = descriptors;
        this.faces = faces;
        this.refusals = new Refusals<>(properties.retry(), clock);
    }

    /** What was not used of late, while it is still wanted. */
    Optional<Refusal<DescriptorModel>> refusal() {
        return refusals.last();
    }

    @Scheduled(fixedDelayString = "${models.look:250ms}")
    void look() {
        try {
            Optional<DescriptorModel> wanted = deployment.descriptor();
            if (wanted.map(DescriptorModel::sha256).equals(inUse)) {
                refusals.clear();
            } else if (wanted.filter(refusals::leaveAlone).isEmpty() && busy.compareAndSet(false, true)) {
                // Native code would hold the thread that looks after gates as well.
                Thread.ofPlatform().daemon().name("descriptor").start(() -> update(wanted));
            }
        } catch (StoreUnavailableException later) {
            log.debug("The deployed descriptor waits for the store", later);
        }
    }

    private void update(Optional<DescriptorModel> wanted) {
        try {
            descriptors.replace(wanted.map(this::loaded).orElse(null));
            inUse = wanted.map(DescriptorModel::sha256);
            refusals.clear();
            log.info("Photos are told apart by {}", descriptors.version());
        } catch (RuntimeException | OutOfMemoryError e) {
            wanted.ifPresent(model -> refuse(model, e));
        } finally {
            busy.set(false);
        }
    }

    private FaceDescriptor loaded(DescriptorModel wanted) {
        FaceDescriptor model = FaceDescriptor.of(artefacts.fetch(wanted.artifactUrl(), wanted.sha256()));
        int dimension = faces.models().getOrDefault(model.version(), model.dimension());
        if (!model.version().equals(wanted.version()) || model.dimension() != dimension) {
            model.close();
            throw new UnusableModelException("The file is of %s with %d numbers, deployed is %s; faces.models are %s"
                    .formatted(model.version(), model.dimension(), wanted.version(), faces.models()));
        }
        return model;
    }

    private void refuse(DescriptorModel wanted, Throwable failure) {
        refusals.add(wanted, failure)
                .ifPresent(news -> log.warn(
                        "Descriptor {} is not used: {}. In use stays {}",
                        wanted.version(),
                        news.reason(),
                        descriptors.version()));
    }
}

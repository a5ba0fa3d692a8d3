package com.smartfitness.mlops.training;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.MlopsApplication;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.dataset.DatasetSnapshots;
import com.smartfitness.mlops.laundry.FeatureExtractor;
import com.smartfitness.mlops.laundry.LaundryLabel;
import com.smartfitness.mlops.laundry.TrainingCourse;
import com.smartfitness.mlops.laundry.TrainingFolder;
import com.smartfitness.mlops.laundry.TrainingReport;
import com.smartfitness.mlops.model.Models;
import com.smartfitness.mlops.model.RegisteredModel;
import com.smartfitness.mlops.model.RegisteredModel.Lineage;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.mlops.training.SampleCollecting.Collected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** From confirmed samples to a laundry model, compared with the one in use on photos that neither has learnt from. */
@Component
class LaundryCourse implements Course {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int LARGEST_MODEL = 64 * 1024 * 1024;

    private final TrainingRuns runs;
    private final DatasetSnapshots snapshots;
    private final SampleCollecting collecting;
    private final Models models;
    private final ObjectStores stores;
    private final FeatureExtractor features;
    private final TrainingProperties properties;
    private final TransactionTemplate sameView;
    private final Clock clock;

    LaundryCourse(
            TrainingRuns runs,
            DatasetSnapshots snapshots,
            SampleCollecting collecting,
            Models models,
            ObjectStores stores,
            FeatureExtractor features,
            TrainingProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.snapshots = snapshots;
        this.collecting = collecting;
        this.models = models;
        this.stores = stores;
        this.features = features;
        this.properties = properties;
        this.sameView = new TransactionTemplate(transactions);
        this.sameView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    @Override
    public ModelType type() {
        return ModelType.LAUNDRY;
    }

    @Override
    public Candidate run(TrainingRun run, Steps steps) throws Exception {
        steps.at(TrainingStage.SNAPSHOT, 0);
        String snapshotId = snapshot(run);
        Path path = properties.directory().resolve("training-" + run.runId());
        FileSystemUtils.deleteRecursively(path);
        Files.createDirectories(path);
        try {
            TrainingFolder folder = new TrainingFolder(path);
            Collected collected = collecting.into(folder, snapshotId, steps);
            int least = properties.leastHeldOut();
            if (collected.leastOfALabel() < least) {
                return Candidate.none("There are %d photos of a label to learn from, and %d are needed."
                        .formatted(collected.leastOfALabel(), least));
            }
            Optional<RegisteredModel> current = models.current(ModelType.LAUNDRY);
            if (current.isPresent()) {
                folder.putCurrent(stores.models().get(current.get().artifactKey(), LARGEST_MODEL));
            }
            learn(folder, steps);
            return candidate(run.runId(), snapshotId, folder, current.orElse(null), steps);
        } finally {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    /** One for the whole run, however often it is begun. */
    private String snapshot(TrainingRun run) {
        if (run.snapshotId() != null) {
            return run.snapshotId();
        }
        return sameView.execute(_ -> {
            String taken = snapshots.take();
            runs.setSnapshot(run.runId(), taken);
            return taken;
        });
    }

    private void learn(TrainingFolder folder, Steps steps) throws IOException, InterruptedException {
        try (TrainingProcess process = TrainingProcess.start(folder, properties)) {
            while (!process.hasEnded(PAUSE)) {
                steps.at(process.stage(), process.percent());
            }
            process.requireSuccess();
        }
    }

    private Candidate candidate(
            String runId, String snapshotId, TrainingFolder folder, @Nullable RegisteredModel current, Steps steps)
            throws IOException {
        byte[] file = folder.model();
        TrainingReport report = JsonMapper.shared().readValue(folder.report(), TrainingReport.class);
        String objection = DeployRule.of(properties).objection(report.candidate(), report.current());
        steps.at(TrainingStage.DEPLOYING, 0);
        // Before it is registered: whoever hears of the model must find it. Without that it is of no consequence.
        String key = "laundry/%s.onnx".formatted(report.version());
        stores.models().put(key, file, "application/octet-stream");
        Map<String, String> parameters = new TreeMap<>(TrainingCourse.parameters());
        parameters.put("threshold", String.valueOf(properties.threshold()));
        RegisteredModel model = new RegisteredModel(
                ModelType.LAUNDRY,
                report.version(),
                key,
                Sha256.of(file),
                file.length,
                LaundryLabel.all(),
                properties.threshold(),
                report.candidate(),
                new Lineage(runId, snapshotId, parameters, codeVersion()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Candidate(
                model,
                TrainingOutcome.judged(objection, report.version(), report.candidate(), current, report.current()));
    }

    private String codeVersion() {
        String jar = MlopsApplication.class.getPackage().getImplementationVersion();
        return "%s, features %s".formatted(jar == null ? "unpacked" : jar, features.version());
    }
}

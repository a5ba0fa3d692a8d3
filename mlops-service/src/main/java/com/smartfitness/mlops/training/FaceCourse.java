package com.smartfitness.mlops.training;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.face.FaceProperties;
import com.smartfitness.mlops.face.FaceRule;
import com.smartfitness.mlops.face.FaceScore;
import com.smartfitness.mlops.face.FaceScores;
import com.smartfitness.mlops.face.RuleFit;
import com.smartfitness.mlops.face.RuleFit.Fitted;
import com.smartfitness.mlops.model.Deployments;
import com.smartfitness.mlops.model.Models;
import com.smartfitness.mlops.model.RegisteredModel;
import com.smartfitness.mlops.model.RegisteredModel.Lineage;
import com.smartfitness.mlops.objects.ObjectStores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From scores of entries to the rule by which gates open. It takes no time, so it needs no process of its own. */
@Component
class FaceCourse implements Course {

    private static final int MOST = 200_000;

    private final FaceScores scores;
    private final FaceProperties properties;
    private final Models models;
    private final Deployments deployments;
    private final ObjectStores stores;
    private final Clock clock;

    FaceCourse(
            FaceScores scores,
            FaceProperties properties,
            Models models,
            Deployments deployments,
            ObjectStores stores,
            Clock clock) {
        this.scores = scores;
        this.properties = properties;
        this.models = models;
        this.deployments = deployments;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public ModelType type() {
        return ModelType.FACE;
    }

    @Override
    public Candidate run(TrainingRun run, Steps steps) {
        steps.at(TrainingStage.SNAPSHOT, 0);
        Optional<String> faceModel = scores.latestModel();
        if (faceModel.isEmpty()) {
            return Candidate.none("No entry by face has been heard of.");
        }
        String scored = faceModel.get();
        Optional<RegisteredModel> current =
                models.current(ModelType.FACE).filter(model -> scored.equals(model.faceModel()));
        FaceRule rule = current.map(FaceCourse::ruleOf).orElseGet(() -> properties.configured(scored));
        // Only by one rule: what is known of an entry depends on the floor by which it was decided.
        List<FaceScore> entries =
                scores.of(scored, deployments.latest(ModelType.FACE).orElse(null), MOST);
        steps.at(TrainingStage.TRAINING, 0);
        Fitted fitted = new RuleFit(properties, rule).fit(entries);
        FaceRule found = fitted.rule();
        if (found == null) {
            return Candidate.none(String.valueOf(fitted.objection()));
        }
        steps.at(TrainingStage.DEPLOYING, 0);
        RegisteredModel model = stored(run.runId(), scored, found, fitted.figures());
        return new Candidate(model, outcome(model, fitted, current.orElse(null)));
    }

    private RegisteredModel stored(String runId, String faceModel, FaceRule rule, Map<String, Double> figures) {
        byte[] file = """
                {"modelVersion":"%s","threshold":%s,"margin":%s}
                """.formatted(faceModel, rule.threshold(), rule.margin()).getBytes(StandardCharsets.UTF_8);
        String sha256 = Sha256.of(file);
        String version = "face-rule-" + sha256.substring(0, 12);
        String key = "face/%s.json".formatted(version);
        stores.models().put(key, file, "application/json");
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "method",
                "exponential tail over the floor",
                RegisteredModel.FACE_MODEL,
                faceModel,
                "falseMatchRate",
                String.valueOf(properties.falseMatchRate()),
                "mostAmbiguous",
                String.valueOf(properties.mostAmbiguous())));
        // A deployment says all there is to say of its type, so a rule takes along what makes templates of photos.
        models.current(ModelType.FACE)
                .map(RegisteredModel::descriptor)
                .ifPresent(descriptor -> parameters.put(RegisteredModel.DESCRIPTOR, descriptor));
        return new RegisteredModel(
                ModelType.FACE,
                version,
                key,
                sha256,
                file.length,
                "same,other",
                rule.threshold(),
                figures,
                new Lineage(runId, null, parameters, null),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static TrainingOutcome outcome(RegisteredModel model, Fitted fitted, @Nullable RegisteredModel current) {
        return TrainingOutcome.judged(
                fitted.objection(),
                model.version(),
                fitted.figures(),
                current,
                current == null ? null : current.metrics());
    }

    private static FaceRule ruleOf(RegisteredModel model) {
        return new FaceRule(model.threshold(), model.metrics().getOrDefault(RegisteredModel.MARGIN, 0.0));
    }
}

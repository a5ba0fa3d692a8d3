package com.smartfitness.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model is to be used from now on. The aggregate is the deployment of its type, so the latest event says which one.
 *
 * @param version names this model among all of its type
 * @param artifactUrl where the artefact lies in the object store of mlops-service, {@code s3://bucket/key}: an ONNX file, or of the
 *     type FACE a rule as JSON
 * @param sha256 of the file's bytes, in lower-case hexadecimal
 * @param metrics on held-out data, by name, e.g. {@code accuracy}
 * @param threshold probability below which the model's answer counts as unclear, 0 to 1
 * @param previousVersion what was used before; absent for the first one
 * @param faceModel of the type FACE, whose templates the threshold is for: similarities of another mean something else
 * @param descriptor of the type FACE, the model that makes templates of photos from now on; absent for the one that
 *     access-service is configured with
 */
@EventType(value = "mlops.model-deployed.v1", aggregate = "model-deployment")
public record ModelDeployedEvent(
        ModelType modelType,
        String version,
        String artifactUrl,
        String sha256,
        Map<String, Double> metrics,
        double threshold,
        @Nullable String previousVersion,
        @Nullable String faceModel,
        @Nullable DescriptorModel descriptor,
        Instant at)
        implements DomainEvent {

    public ModelDeployedEvent {
        Components.requireKey("version", version);
        metrics = metrics == null ? Map.of() : Map.copyOf(metrics);
    }

    @Override
    public String aggregateId() {
        return modelType.name();
    }
}

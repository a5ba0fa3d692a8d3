package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model with all that is known of it; the file lies in the bucket of models before it is registered.
 *
 * @param threshold probability below which its answer counts as unclear
 * @param metrics on held-out data, by name
 */
public record RegisteredModel(
        ModelType modelType,
        String version,
        String artifactKey,
        String sha256,
        int size,
        String labels,
        double threshold,
        Map<String, Double> metrics,
        Lineage lineage,
        Instant createdAt) {

    /** The parameter that says so. */
    public static final String FACE_MODEL = "faceModel";

    /** The parameter that names the model that makes templates of photos, by its version. */
    public static final String DESCRIPTOR = "descriptor";

    /** The figure of a rule for faces that says how far the most similar one must be ahead of the second. */
    public static final String MARGIN = "margin";

    /** Of a rule for faces, the model that makes templates of photos; absent for the one that is configured there. */
    public @Nullable String descriptor() {
        return lineage.parameters().get(DESCRIPTOR);
    }

    /** Of a rule for faces, the model whose templates it is for. */
    public @Nullable String faceModel() {
        return lineage.parameters().get(FACE_MODEL);
    }

    /**
     * Where a model comes from.
     *
     * @param runId the training that made it; absent where the build did
     * @param snapshotId what it was learnt from
     * @param parameters that it was learnt with
     * @param codeVersion of the program that made it
     */
    public record Lineage(
            @Nullable String runId,
            @Nullable String snapshotId,
            Map<String, String> parameters,
            @Nullable String codeVersion) {

        static final Lineage BUILD = new Lineage(null, null, Map.of(), null);
    }
}

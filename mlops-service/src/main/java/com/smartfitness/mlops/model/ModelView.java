package com.smartfitness.mlops.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.ModelType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param metrics on photos that it has not learnt from
 * @param deployed whether it is the one to be used
 * @param threshold probability below which its answer counts as unclear, while it is used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        ModelType modelType,
        String version,
        String sha256,
        long size,
        List<String> labels,
        Map<String, Double> metrics,
        Instant createdAt,
        boolean deployed,
        @Nullable Double threshold,
        @Nullable Instant deployedAt) {}

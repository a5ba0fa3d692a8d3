package com.smartfitness.mlops.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.ModelType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a model was put to use.
 *
 * @param number of the deployment; later ones are higher
 * @param previousVersion what was in use before; absent for the first one
 * @param cause {@code BUILD}, the id of a training run, or that of an operator
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deployment(
        long number,
        ModelType modelType,
        String version,
        @Nullable String previousVersion,
        double threshold,
        String cause,
        Instant deployedAt) {}

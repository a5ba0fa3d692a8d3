package com.smartfitness.mlops.model;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an operator puts to use. */
record DeploymentRequest(
        @Schema(description = "A registered version; absent to go back to the one that was in use before.")
        @Size(min = 1, max = 200) @Nullable String version) {}

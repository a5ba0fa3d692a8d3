package com.smartfitness.mlops.model;

import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models, as operators see them. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
class ModelController {

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @Operation(summary = "Models, the newest first, and which are in use")
    @GetMapping("/api/v1/models")
    Page<ModelView> list() {
        return new Page<>(models.all(), null);
    }
}

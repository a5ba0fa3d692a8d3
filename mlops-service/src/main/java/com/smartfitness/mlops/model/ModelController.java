package com.smartfitness.mlops.model;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.ModelType;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The models and which are in use, for operators. */
@RestController
@RequestMapping("/api/v1/models")
@PreAuthorize("hasRole('OPERATOR')")
class ModelController {

    private final ModelList models;
    private final Deployments deployments;
    private final FaceModelRegistration registration;

    ModelController(ModelList models, Deployments deployments, FaceModelRegistration registration) {
        this.models = models;
        this.deployments = deployments;
        this.registration = registration;
    }

    @Operation(
            summary = "Models, the newest first",
            description = "With what each was learnt from, how good it is, how often owners disagree, and who uses it.")
    @GetMapping
    Page<ModelView> list(
            @RequestParam(required = false) @Nullable ModelType modelType,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return models.page(modelType, limit, Cursor.newestFirst(cursor));
    }

    @Operation(summary = "Deployments of a type, the newest first")
    @GetMapping("/{modelType}/deployments")
    Page<Deployment> history(
            @PathVariable ModelType modelType,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return deployments.history(modelType, limit, Cursor.newestFirst(cursor));
    }

    @Operation(
            summary = "Register a model of faces",
            description =
                    "The body is an ONNX file of up to 64 MB that makes templates of photos, after the contract in"
                            + " face-recognition. It is tried out, and used once it is deployed. Threshold and margin are"
                            + " what its similarities mean until a rule has been fitted to entries. Repeating it changes"
                            + " nothing.")
    @PostMapping("/FACE")
    @ResponseStatus(HttpStatus.CREATED)
    FaceModelView register(
            @RequestBody byte[] file,
            @RequestParam @DecimalMin("0") @DecimalMax("1") double threshold,
            @RequestParam @DecimalMin("0") @DecimalMax("1") double margin,
            Caller caller) {
        return FaceModelView.of(registration.register(file, threshold, margin, caller.userId()));
    }

    @Operation(
            summary = "Put a registered model to use",
            description =
                    "Without a version, the one that was in use before the present one. Servers of models have changed"
                            + " over about a second later, without a stop; the list of models tells who has.")
    @PostMapping("/{modelType}/deployments")
    @ResponseStatus(HttpStatus.CREATED)
    Deployment deploy(@PathVariable ModelType modelType, @Valid @RequestBody DeploymentRequest request, Caller caller) {
        return request.version() == null
                ? deployments.rollBack(modelType, caller.userId())
                : deployments.deploy(modelType, request.version(), caller.userId());
    }
}

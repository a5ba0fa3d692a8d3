package com.smartfitness.mlops.training;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.ModelType;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Trainings, as operators ask for them, watch them and cancel them. */
@RestController
@RequestMapping(TrainingController.PATH)
@PreAuthorize("hasRole('OPERATOR')")
class TrainingController {

    static final String PATH = "/api/v1/training-runs";

    private final TrainingRuns runs;
    private final LiveProgress live;

    TrainingController(TrainingRuns runs, LiveProgress live) {
        this.runs = runs;
        this.live = live;
    }

    /** What is to be trained. */
    record TrainingRequest(@NotNull ModelType modelType) {}

    @Operation(
            summary = "Train a model",
            description = "In the background; one at a time of a type. A model that is better is deployed at the end.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TrainingRun> begin(@Valid @RequestBody TrainingRequest request, Caller caller) {
        TrainingRun run = runs.ask(request.modelType(), TrainingCause.DEMAND, caller.userId());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + run.runId()))
                .body(run);
    }

    @Operation(summary = "Trainings, the newest first")
    @GetMapping
    Page<TrainingRun> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return runs.page(limit, Cursor.newestFirst(cursor));
    }

    @Operation(summary = "One training: how far it is, or what it came to")
    @GetMapping("/{runId}")
    TrainingRun get(@PathVariable String runId) {
        return runs.find(runId).orElseThrow(() -> TrainingRefusedException.unknown(runId));
    }

    @Operation(
            summary = "Watch a training",
            description = "Server-sent events `progress` with the training as data, each time it has come further; the"
                    + " stream ends with the training.")
    @GetMapping(path = "/{runId}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String runId) {
        return live.follow(get(runId));
    }

    @Operation(summary = "Cancel a training", description = "It ends within about a second, and nothing comes of it.")
    @PostMapping("/{runId}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrainingRun cancel(@PathVariable String runId) {
        get(runId);
        runs.cancel(runId);
        return get(runId);
    }
}

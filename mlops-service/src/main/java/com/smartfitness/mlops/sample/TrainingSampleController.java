package com.smartfitness.mlops.sample;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.mlops.objects.PhotosProperties;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TrainingDataStore, as operators see it. */
@RestController
@RequestMapping(TrainingSampleController.PATH)
@PreAuthorize("hasRole('OPERATOR')")
class TrainingSampleController {

    static final String PATH = "/api/v1/training-samples";

    private final TrainingSamples samples;
    private final ObjectStores stores;
    private final PhotosProperties photos;

    TrainingSampleController(TrainingSamples samples, ObjectStores stores, PhotosProperties photos) {
        this.samples = samples;
        this.stores = stores;
        this.photos = photos;
    }

    @Operation(summary = "Samples, the latest to arrive first")
    @GetMapping
    Page<TrainingSample> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(required = false) @Nullable PhotoState photo) {
        return samples.page(limit, Cursor.newestFirst(cursor), branchId, photo);
    }

    @Operation(summary = "The sample that a task has become")
    @GetMapping("/{taskId}")
    TrainingSample get(@PathVariable String taskId) {
        return samples.find(taskId).orElseThrow(() -> SampleNotFoundException.forId(taskId));
    }

    @Operation(summary = "The sample's own copy of the photo")
    @GetMapping("/{taskId}/photo")
    ResponseEntity<byte[]> photo(@PathVariable String taskId) {
        TrainingSample sample = get(taskId);
        String key = samples.photoKey(taskId).orElseThrow(() -> SamplePhotoNotThereException.of(sample));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(String.valueOf(sample.photoContentType())))
                .body(stores.samples().get(key, photos.maxSize().toBytes()));
    }
}

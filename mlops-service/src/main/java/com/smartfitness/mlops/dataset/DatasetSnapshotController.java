package com.smartfitness.mlops.dataset;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What models were learnt from, as operators see it. */
@RestController
@RequestMapping("/api/v1/dataset-snapshots")
@PreAuthorize("hasRole('OPERATOR')")
class DatasetSnapshotController {

    private final DatasetSnapshots snapshots;

    DatasetSnapshotController(DatasetSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Operation(summary = "Dataset snapshots, the newest first", description = "One a training; none ever changes.")
    @GetMapping
    Page<DatasetSnapshot> list(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return snapshots.page(limit, Cursor.newestFirst(cursor));
    }

    @Operation(summary = "One snapshot")
    @GetMapping("/{snapshotId}")
    DatasetSnapshot get(@PathVariable String snapshotId) {
        return snapshots.find(snapshotId).orElseThrow(() -> SnapshotNotFoundException.forId(snapshotId));
    }
}

package com.smartfitness.helper.task;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.helper.photo.PhotoStore;
import com.smartfitness.helper.replica.BranchId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private static final CacheControl OWN_CACHE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final Uploads uploads;
    private final TaskList list;
    private final PhotoStore photos;

    TaskController(Uploads uploads, TaskList list, PhotoStore photos) {
        this.uploads = uploads;
        this.list = list;
        this.photos = photos;
    }

    @Operation(
            summary = "Send in a laundry photo",
            description =
                    "JPEG, PNG or WebP up to 5 MB, three a day of the branch. The model's judgement follows within"
                            + " a second or so: ask for the task again. An Idempotency-Key makes repeating harmless.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('HELPER')")
    ResponseEntity<TaskView> upload(
            @RequestPart MultipartFile photo,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Pattern(regexp = "[\\x21-\\x7E]{1,100}") @Nullable String idempotencyKey,
            Caller caller)
            throws IOException {
        Task task = uploads.upload(caller, photo.getBytes(), idempotencyKey);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id())).body(TaskView.of(task));
    }

    @Operation(
            summary = "Tasks, newest first",
            description = "A helper sees own tasks, an owner those of own branches, an operator all.")
    @GetMapping
    @PreAuthorize("hasAnyRole('HELPER', 'BRANCH_OWNER', 'OPERATOR')")
    Page<TaskView> list(
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(required = false) @Nullable TaskStatus status,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        BranchId branch = branchId == null ? null : new BranchId(branchId);
        return list.page(caller, branch, status, limit, cursor).map(TaskView::of);
    }

    @Operation(summary = "One task", description = "Somebody else's is answered as if it did not exist: 404.")
    @GetMapping("/{taskId}")
    @PreAuthorize("hasAnyRole('HELPER', 'BRANCH_OWNER', 'OPERATOR')")
    TaskView get(@PathVariable String taskId, Caller caller) {
        return TaskView.of(list.get(caller, new TaskId(taskId)));
    }

    @Operation(summary = "The photo of a task", description = "For whoever may see the task.")
    @GetMapping("/{taskId}/photo")
    @PreAuthorize("hasAnyRole('HELPER', 'BRANCH_OWNER', 'OPERATOR')")
    void photo(@PathVariable String taskId, Caller caller, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        TaskPhoto photo = list.get(caller, new TaskId(taskId)).photo();
        if (request.checkNotModified("\"%s\"".formatted(photo.sha256()))) {
            return;
        }
        try (InputStream content = photos.open(photo.key())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, OWN_CACHE.getHeaderValue());
            response.setContentType(photo.mediaType());
            content.transferTo(response.getOutputStream());
        }
    }
}

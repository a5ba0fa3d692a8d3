package com.smartfitness.search.review;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    private final Reviews reviews;
    private final ReviewList list;

    ReviewController(Reviews reviews, ReviewList list) {
        this.reviews = reviews;
        this.list = list;
    }

    @Operation(
            summary = "Review a branch",
            description = "For customers who have entered it, once a branch: 409 for a second. Found by searches within"
                    + " seconds.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('CUSTOMER')")
    ResponseEntity<ReviewView> create(@Valid @RequestBody ReviewRequest request, Caller caller) {
        Review review = reviews.create(caller, request.branchId(), request.rating(), request.text());
        return ResponseEntity.created(URI.create("/api/v1/reviews/" + review.reviewId()))
                .body(ReviewView.of(review, caller));
    }

    @Operation(
            summary = "Reviews, newest first",
            description = "Those of a branch, or without one the caller's own. What was written within the last second"
                    + " may be missing.")
    @GetMapping
    Page<ReviewView> list(
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        Page<Review> page = branchId == null ? list.of(caller, limit, cursor) : list.ofBranch(branchId, limit, cursor);
        return page.map(review -> ReviewView.of(review, caller));
    }

    @Operation(summary = "One review")
    @GetMapping("/{reviewId}")
    ReviewView get(@PathVariable String reviewId, Caller caller) {
        return ReviewView.of(reviews.get(new ReviewId(reviewId)), caller);
    }

    @Operation(summary = "Change one's own review")
    @PutMapping("/{reviewId}")
    @PreAuthorize("hasRole('CUSTOMER')")
    ReviewView edit(@PathVariable String reviewId, @Valid @RequestBody ReviewText text, Caller caller) {
        return ReviewView.of(reviews.edit(caller, new ReviewId(reviewId), text.rating(), text.text()), caller);
    }

    @Operation(summary = "Delete one's own review", description = "The branch may be reviewed again afterwards.")
    @DeleteMapping("/{reviewId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('CUSTOMER')")
    void delete(@PathVariable String reviewId, Caller caller) {
        reviews.delete(caller, new ReviewId(reviewId));
    }
}

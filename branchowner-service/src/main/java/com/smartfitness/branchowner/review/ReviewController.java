package com.smartfitness.branchowner.review;

import com.smartfitness.branchowner.branch.BranchId;
import com.smartfitness.branchowner.branch.Branches;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviewController {

    private final Branches branches;
    private final ReviewRepository reviews;

    ReviewController(Branches branches, ReviewRepository reviews) {
        this.branches = branches;
        this.reviews = reviews;
    }

    @GetMapping("/api/v1/branches/{branchId}/reviews")
    @PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
    @Operation(
            summary = "List a branch's reviews, newest first",
            description =
                    "For the owner of the branch and for operators; an empty list where there are none. From this"
                            + " service's own copy, which follows search-service within moments and answers while that is away.")
    Page<ReviewView> list(
            @PathVariable String branchId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        BranchId branch = new BranchId(branchId);
        Cursor after = Cursor.newestFirst(cursor);
        branches.requireReader(branch, caller);
        List<ReviewView> rows = reviews.newestFirst(branch, after, limit + 1);
        return Page.of(rows, limit, row -> new Cursor(row.createdAt(), row.reviewId()).text());
    }
}

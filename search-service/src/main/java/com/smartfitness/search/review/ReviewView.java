package com.smartfitness.search.review;

import com.smartfitness.defaults.security.Caller;
import java.time.Instant;

/**
 * A review as it is shown.
 *
 * @param isYours whether the caller wrote it
 * @param editedAt when it was last written
 */
record ReviewView(
        String reviewId,
        String branchId,
        int rating,
        String text,
        boolean isYours,
        Instant createdAt,
        Instant editedAt) {

    static ReviewView of(Review review, Caller caller) {
        return new ReviewView(
                review.reviewId(),
                review.branchId(),
                review.rating(),
                review.text(),
                caller.userId().equals(review.customerId()),
                review.createdAt(),
                review.editedAt());
    }
}

package com.smartfitness.search.review;

import com.smartfitness.events.ReviewCreatedEvent;
import com.smartfitness.events.ReviewDeletedEvent;
import com.smartfitness.events.ReviewUpdatedEvent;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's review of a branch.
 *
 * @param customerId null once the account is erased
 * @param rating 1 to 5
 * @param editedAt when it was last written
 * @param deleted whether it is gone, and stays only until searches no longer find it
 * @param shown whether searches for branches know it as it is
 */
record Review(
        String reviewId,
        String branchId,
        @Nullable String customerId,
        int rating,
        String text,
        Instant createdAt,
        Instant editedAt,
        boolean deleted,
        boolean shown) {

    static final String KIND = "review";

    static Changed<Review> written(
            ReviewId id, String branchId, String customerId, int rating, String text, Instant now) {
        Review review = new Review(id.value(), branchId, customerId, rating, text, now, now, false, false);
        return Changed.to(review, new ReviewCreatedEvent(id.value(), branchId, customerId, rating, text, now));
    }

    Changed<Review> edited(int newRating, String newText, Instant now) {
        return updated(new Review(reviewId, branchId, customerId, newRating, newText, createdAt, now, false, false));
    }

    /** What it says stays, who said it does not. */
    Changed<Review> orphaned() {
        return updated(new Review(reviewId, branchId, null, rating, text, createdAt, editedAt, deleted, shown));
    }

    Changed<Review> withdrawn() {
        Review gone = new Review(reviewId, branchId, null, rating, "", createdAt, editedAt, true, false);
        return Changed.to(gone, new ReviewDeletedEvent(reviewId));
    }

    /** Searches know it now; of one that is gone nothing is left to keep. */
    Changed<Review> known() {
        return deleted
                ? Changed.toNothing()
                : Changed.to(
                        new Review(reviewId, branchId, customerId, rating, text, createdAt, editedAt, false, true));
    }

    private static Changed<Review> updated(Review review) {
        return Changed.to(
                review,
                new ReviewUpdatedEvent(
                        review.reviewId(),
                        review.branchId(),
                        review.customerId(),
                        review.rating(),
                        review.text(),
                        review.createdAt()));
    }
}

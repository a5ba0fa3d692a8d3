package com.smartfitness.branchowner.replica;

import com.smartfitness.events.ReviewStateEvent;
import com.smartfitness.replication.Replica;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Reviews of all branches, without their authors. They are shown and nothing is decided by them, so the service is ready
 * before search-service has told of all.
 */
@Component
@Replica(queue = "reviews", table = "known_review", completeBeforeReady = false)
class ReviewReplica {

    record KnownReview(String reviewId, String branchId, int rating, String text, Instant createdAt) {}

    KnownReview on(ReviewStateEvent review) {
        return new KnownReview(
                review.reviewId(), review.branchId(), review.rating(), review.text(), review.createdAt());
    }
}

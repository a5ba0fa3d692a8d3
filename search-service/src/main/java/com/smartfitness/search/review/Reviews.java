package com.smartfitness.search.review;

import static java.util.Objects.requireNonNull;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.replica.KnownBranch;
import com.smartfitness.search.replica.KnownUsers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** What customers do with their reviews. */
@Service
class Reviews {

    private final ElasticsearchChanges changes;
    private final ReplicaRows replicas;
    private final KnownUsers users;
    private final ReviewsShown shown;
    private final Clock clock;

    Reviews(ElasticsearchChanges changes, ReplicaRows replicas, KnownUsers users, ReviewsShown shown, Clock clock) {
        this.changes = changes;
        this.replicas = replicas;
        this.users = users;
        this.shown = shown;
        this.clock = clock;
    }

    Review create(Caller caller, String branchId, int rating, String text) {
        users.require(caller);
        if (replicas.row(KnownBranch.TABLE, KnownBranch.class, branchId).isEmpty()) {
            throw new BranchNotFoundException();
        }
        ReviewId id = ReviewId.of(branchId, caller.userId());
        if (changes.read(Visit.KIND, id.value(), Visit.class).isEmpty()) {
            throw new NotAVisitorException();
        }
        Review made =
                requireNonNull(changes.make(new DocumentChange<>(Review.KIND, id.value(), Review.class, stored -> {
                            if (stored.filter(review -> !review.deleted()).isPresent()) {
                                throw new AlreadyReviewedException();
                            }
                            return Review.written(id, branchId, caller.userId(), rating, text, now());
                        }))
                        .content());
        shown.wake();
        return made;
    }

    /** The review. */
    Review get(ReviewId id) {
        return changes.read(Review.KIND, id.value(), Review.class)
                .filter(review -> !review.deleted())
                .orElseThrow(() -> ReviewNotFoundException.forId(id));
    }

    Review edit(Caller caller, ReviewId id, int rating, String text) {
        return change(caller, id, review -> review.edited(rating, text, now()));
    }

    void delete(Caller caller, ReviewId id) {
        change(caller, id, Review::withdrawn);
    }

    private Review change(Caller caller, ReviewId id, Function<Review, Changed<Review>> step) {
        users.require(caller);
        Review changed =
                requireNonNull(changes.make(new DocumentChange<>(Review.KIND, id.value(), Review.class, stored -> {
                            Review review = stored.filter(known -> !known.deleted())
                                    .orElseThrow(() -> ReviewNotFoundException.forId(id));
                            if (!caller.userId().equals(review.customerId())) {
                                throw new NotTheAuthorException();
                            }
                            return step.apply(review);
                        }))
                        .content());
        shown.wake();
        return changed;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

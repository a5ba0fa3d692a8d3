package com.smartfitness.search.review;

import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import org.springframework.stereotype.Component;

/**
 * Remembers who has entered where. No replica, because access-service forgets entries after a time, and with them a
 * replica would forget who may write a review.
 */
@Component
@Reaction(queue = "visits")
class VisitReaction {

    private final ElasticsearchChanges changes;

    VisitReaction(ElasticsearchChanges changes) {
        this.changes = changes;
    }

    void on(AccessGrantedEvent entry) {
        if (entry.method() != AccessMethod.OPERATOR) {
            changes.enlist(new DocumentChange<>(
                    Visit.KIND,
                    ReviewId.of(entry.branchId(), entry.userId()).value(),
                    Visit.class,
                    known -> Changed.to(new Visit(
                            entry.branchId(),
                            entry.userId(),
                            known.map(Visit::last).filter(entry.at()::isBefore).orElse(entry.at())))));
        }
    }
}

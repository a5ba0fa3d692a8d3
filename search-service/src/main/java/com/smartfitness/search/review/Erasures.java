package com.smartfitness.search.review;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes erased customers out of what is kept here: their reviews stay without a name, their visits go. A document at a
 * time, and the erasure itself last, so that nothing is left where this is interrupted.
 */
@Component
class Erasures extends Upkeep {

    private static final int AT_ONCE = 500;

    private final ElasticsearchChanges documents;

    Erasures(ElasticsearchChanges documents) {
        super("erasures");
        this.documents = documents;
    }

    @Override
    boolean work() {
        List<Erasure> due = documents.find(
                Erasure.KIND,
                Erasure.class,
                search -> search.size(AT_ONCE)
                        .query(query -> query.exists(exists -> exists.field("content.customerId"))));
        due.forEach(this::carryOut);
        return false;
    }

    private void carryOut(Erasure erasure) {
        for (Review review : of(erasure, Review.KIND, Review.class)) {
            documents.make(new DocumentChange<>(
                    Review.KIND,
                    review.reviewId(),
                    Review.class,
                    stored -> stored.map(now ->
                                    erasure.customerId().equals(now.customerId()) ? now.orphaned() : Changed.to(now))
                            .orElseGet(Changed::toNothing)));
        }
        for (Visit visit : of(erasure, Visit.KIND, Visit.class)) {
            documents.make(new DocumentChange<>(
                    Visit.KIND,
                    ReviewId.of(visit.branchId(), visit.customerId()).value(),
                    Visit.class,
                    _ -> Changed.toNothing()));
        }
        if (of(erasure, Review.KIND, Review.class).isEmpty()
                && of(erasure, Visit.KIND, Visit.class).isEmpty()) {
            documents.make(
                    new DocumentChange<>(Erasure.KIND, erasure.customerId(), Erasure.class, _ -> Changed.toNothing()));
        }
    }

    private <D> List<D> of(Erasure erasure, String kind, Class<D> content) {
        return documents.findNow(
                kind,
                content,
                search -> search.size(AT_ONCE)
                        .query(ReviewList.is("content.customerId", FieldValue.of(erasure.customerId()))));
    }
}

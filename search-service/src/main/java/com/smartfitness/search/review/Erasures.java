package com.smartfitness.search.review;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.search.preference.Preferences;
import com.smartfitness.search.upkeep.Upkeep;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes erased customers out of what is kept here: their reviews stay without a name, their visits and all that they
 * look for and were told go. A document at a time, and the erasure itself last, so that nothing is left where this is
 * interrupted.
 */
@Component
class Erasures extends Upkeep {

    private static final int AT_ONCE = 500;

    private final ElasticsearchChanges documents;
    private final Preferences preferences;
    private final Clock clock;

    Erasures(ElasticsearchChanges documents, Preferences preferences, Clock clock) {
        super("erasures");
        this.documents = documents;
        this.preferences = preferences;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        List<Erasure> due = documents.find(
                Erasure.KIND,
                Erasure.class,
                search -> search.size(AT_ONCE)
                        .query(query -> query.bool(bool -> bool.should(now ->
                                        now.range(range -> range.date(date -> date.field("content.due")
                                                .lte(clock.instant().toString()))))
                                .should(atOnce -> atOnce.bool(none ->
                                        none.mustNot(timed -> timed.exists(exists -> exists.field("content.due"))))))));
        due.forEach(this::carryOut);
        return false;
    }

    private void carryOut(Erasure erasure) {
        preferences.forget(erasure.customerId());
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
            boolean over = erasure.last() || erasure.due() == null;
            documents.make(new DocumentChange<>(
                    Erasure.KIND,
                    erasure.customerId(),
                    Erasure.class,
                    _ -> over ? Changed.toNothing() : Changed.to(erasure.again(clock.instant()))));
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

package com.smartfitness.search.review;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of reviews, newest first. */
@Component
class ReviewList {

    private final ElasticsearchChanges documents;

    ReviewList(ElasticsearchChanges documents) {
        this.documents = documents;
    }

    Page<Review> ofBranch(String branchId, int limit, @Nullable String cursor) {
        return page("content.branchId", branchId, limit, cursor);
    }

    /** The caller's own. */
    Page<Review> of(Caller caller, int limit, @Nullable String cursor) {
        return page("content.customerId", caller.userId(), limit, cursor);
    }

    private Page<Review> page(String field, String value, int limit, @Nullable String cursor) {
        Cursor after = Cursor.newestFirst(cursor);
        List<Review> rows = documents.find(
                Review.KIND,
                Review.class,
                search -> search.size(limit + 1)
                        .query(query -> query.bool(bool -> bool.filter(
                                is(field, FieldValue.of(value)), is("content.deleted", FieldValue.of(false)))))
                        .sort(sort ->
                                sort.field(by -> by.field("content.createdAt").order(SortOrder.Desc)))
                        .sort(sort ->
                                sort.field(by -> by.field("content.reviewId").order(SortOrder.Desc)))
                        .searchAfter(FieldValue.of(after.at().toEpochMilli()), FieldValue.of(after.id())));
        return Page.of(rows, limit, review -> new Cursor(review.createdAt(), review.reviewId()).text());
    }

    static Query is(String field, FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }
}

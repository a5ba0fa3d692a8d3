package com.smartfitness.search.review;

import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import com.smartfitness.replication.elasticsearch.BesideRows;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.replication.elasticsearch.ElasticsearchIndices;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import com.smartfitness.search.offer.BranchTexts;
import com.smartfitness.search.replica.KnownBranch;
import com.smartfitness.search.upkeep.Upkeep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps beside each branch's row what its reviews say, so that one search sees both, and passes it on to whoever reads it.
 * A review says itself whether that has been done, in the write that changes it: whatever is killed in between, somebody
 * finds it and does it.
 */
@Component
class ReviewsShown extends Upkeep {

    private static final int AT_ONCE = 500;

    private final ElasticsearchChanges documents;
    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final BesideRows rows;
    private final BranchTexts texts;

    ReviewsShown(
            ElasticsearchChanges documents,
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            BesideRows rows,
            BranchTexts texts) {
        super("reviews-shown");
        this.documents = documents;
        this.link = link;
        this.indices = indices;
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    protected boolean work() {
        List<Review> news = documents.findNow(
                Review.KIND,
                Review.class,
                search -> search.size(AT_ONCE).query(ReviewList.is("content.shown", FieldValue.of(false))));
        Set<String> branches = new HashSet<>(unseen());
        branches.addAll(news.stream().map(Review::branchId).collect(toSet()));
        branches.forEach(this::show);
        news.stream()
                .filter(review -> !review.deleted())
                .forEach(review -> texts.reviewed(review.branchId(), review.text(), review.customerId()));
        news.forEach(this::known);
        return news.size() == AT_ONCE;
    }

    private void show(String branchId) {
        rows.put(KnownBranch.TABLE, branchId, BranchReviews.MEMBER, () -> reviewsOf(branchId));
    }

    private BranchReviews reviewsOf(String branchId) {
        return BranchReviews.of(documents.findNow(
                Review.KIND,
                Review.class,
                search -> search.size(BranchReviews.COUNTED)
                        .query(query -> query.bool(bool -> bool.filter(
                                ReviewList.is("content.branchId", FieldValue.of(branchId)),
                                ReviewList.is("content.deleted", FieldValue.of(false)))))
                        .sort(sort ->
                                sort.field(by -> by.field("content.createdAt").order(SortOrder.Desc)))));
    }

    /** Unless it was changed meanwhile. */
    private void known(Review review) {
        documents.make(new DocumentChange<>(
                Review.KIND,
                review.reviewId(),
                Review.class,
                stored -> stored.map(now -> now.equals(review) ? now.known() : Changed.to(now))
                        .orElseGet(Changed::toNothing)));
    }

    /** Branches that have arrived, or come again, since their reviews were written. */
    private List<String> unseen() {
        return link
                .search(
                        indices.alias(KnownBranch.TABLE),
                        search -> search.size(AT_ONCE)
                                .source(source -> source.fetch(false))
                                .query(query -> query.bool(bool -> bool.filter(
                                                row -> row.exists(exists -> exists.field("row.branchId")))
                                        .mustNot(seen ->
                                                seen.exists(exists -> exists.field(BranchReviews.MEMBER + ".count"))))))
                .hits()
                .hits()
                .stream()
                .map(hit -> String.valueOf(hit.id()))
                .toList();
    }
}

package com.smartfitness.branchowner.review;

import com.smartfitness.branchowner.branch.BranchId;
import com.smartfitness.defaults.web.Cursor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads replicated reviews. */
@Repository
class ReviewRepository {

    private final JdbcClient database;

    ReviewRepository(JdbcClient database) {
        this.database = database;
    }

    List<ReviewView> newestFirst(BranchId branch, Cursor after, int limit) {
        return database.sql("""
                        select review_id, rating, text, created_at from known_review
                        where branch_id = ? and (created_at, review_id) < (?, ?)
                        order by created_at desc, review_id desc limit ?
                        """)
                .params(branch.value(), after.at().atOffset(ZoneOffset.UTC), after.id(), limit)
                .query((row, _) -> new ReviewView(
                        row.getString("review_id"),
                        row.getInt("rating"),
                        row.getString("text"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

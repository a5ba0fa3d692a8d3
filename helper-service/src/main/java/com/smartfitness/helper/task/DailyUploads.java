package com.smartfitness.helper.task;

import com.smartfitness.helper.replica.UserId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what each helper sends in a day. Parallel uploads of one helper wait for each other here. */
@Repository
class DailyUploads {

    private final JdbcClient jdbc;
    private final int limit;

    DailyUploads(JdbcClient jdbc, TaskProperties properties) {
        this.jdbc = jdbc;
        this.limit = properties.dailyLimit();
    }

    /** A look before anything is done; it holds nobody up and promises nothing. */
    void requireRoom(UserId helper, LocalDate day) {
        boolean full = jdbc.sql("select uploads >= ? from daily_upload where helper_id = ? and day = ?")
                .params(limit, helper.value(), day)
                .query(Boolean.class)
                .optional()
                .orElse(limit <= 0);
        if (full) {
            throw new DailyLimitReachedException(limit);
        }
    }

    /**
     * Takes one of the day's uploads, if the transaction commits.
     *
     * @throws DailyLimitReachedException where none is left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(UserId helper, LocalDate day) {
        int uploads =
                jdbc.sql("""
                insert into daily_upload as known (helper_id, day, uploads) values (?, ?, 1)
                on conflict (helper_id, day) do update set uploads = known.uploads + 1
                returning uploads
                """).params(helper.value(), day).query(Integer.class).single();
        if (uploads > limit) {
            throw new DailyLimitReachedException(limit);
        }
    }
}

package com.smartfitness.monitoring.entry;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries as they were counted. */
@Repository
public class EntryHours {

    private final JdbcClient database;

    EntryHours(JdbcClient database) {
        this.database = database;
    }

    /** Those of the hours from one to the other, both included, of one branch or all; oldest first. */
    public List<EntryHour> between(Instant start, Instant end, @Nullable String branch) {
        return database.sql("""
                        select branch_id, hour, granted, denied from entry_hour
                        where hour >= date_trunc('hour', cast(:start as timestamptz)) and hour <= :end
                          and (:branch::text is null or branch_id = :branch)
                        order by hour, branch_id
                        """)
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(end))
                .param("branch", branch)
                .query((row, _) -> new EntryHour(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getLong(3),
                        row.getLong(4)))
                .list();
    }
}

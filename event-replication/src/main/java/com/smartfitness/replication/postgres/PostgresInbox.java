package com.smartfitness.replication.postgres;

import static com.smartfitness.replication.postgres.StoreFailures.translating;

import com.smartfitness.replication.inbox.Inbox;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox in the service's own PostgreSQL database: effect and memory share a transaction. */
public final class PostgresInbox implements Inbox {

    private static final String REMEMBER =
            "insert into replication.inbox (consumer, event_id) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PostgresInbox(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public boolean once(String consumer, String eventId, Runnable effect) {
        return translating(() -> Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = jdbc.update(REMEMBER, consumer, eventId) == 1;
            if (first) {
                effect.run();
            }
            return first;
        })));
    }

    @Override
    public long prune(Instant before) {
        return translating(() ->
                (long) jdbc.update("delete from replication.inbox where received_at < ?", Timestamp.from(before)));
    }
}

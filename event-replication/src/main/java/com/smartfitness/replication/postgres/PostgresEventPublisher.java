package com.smartfitness.replication.postgres;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.outbox.OwnEvents.Draft;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Publishes into the outbox of the transaction's own database: one statement for the event and the published state. */
public final class PostgresEventPublisher implements EventPublisher {

    private static final String APPEND = """
            with event as (
                select ? as aggregate, ? as id, ? as type, ?::timestamptz as time, ? as data
            ), state as (
                insert into replication.published_state as known (aggregate, id, version, type, time, data)
                select aggregate, id, 1, type, time, data from event
                on conflict (aggregate, id) do update
                set version = known.version + 1, type = excluded.type, time = excluded.time, data = excluded.data
                returning version
            )
            insert into replication.outbox (event_id, aggregate, id, version, type, mandatory, time, traceparent, data)
            select ?, aggregate, id, version, type, ?, time, ?, data from event, state
            returning (select epoch from replication.source) as epoch, version
            """;

    private static final RowMapper<Version> VERSION =
            (row, number) -> new Version(row.getLong("epoch"), row.getLong("version"));

    private final JdbcTemplate jdbc;
    private final OwnEvents own;
    private final Runnable wakeRelay;

    public PostgresEventPublisher(
            JdbcTemplate jdbc, JsonMapper json, ReplicationProperties properties, Clock clock, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.own = new OwnEvents(json, properties, clock);
        this.wakeRelay = wakeRelay;
    }

    @Override
    public Version publish(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is published in the transaction that makes the change");
        }
        Draft draft = own.draft(event);
        Version version = jdbc.queryForObject(
                APPEND,
                VERSION,
                draft.aggregate(),
                draft.aggregateId(),
                draft.type(),
                Timestamp.from(draft.time()),
                draft.data(),
                draft.id(),
                draft.mandatory(),
                draft.traceparent());
        WakeAtCommit.register(wakeRelay);
        return requireNonNull(version);
    }
}

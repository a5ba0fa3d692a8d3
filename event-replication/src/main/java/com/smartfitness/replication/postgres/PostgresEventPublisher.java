package com.smartfitness.replication.postgres;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.Names;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
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
    private final JsonMapper json;
    private final ReplicationProperties properties;
    private final Clock clock;
    private final Runnable wakeRelay;

    public PostgresEventPublisher(
            JdbcTemplate jdbc, JsonMapper json, ReplicationProperties properties, Clock clock, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public Version publish(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is published in the transaction that makes the change");
        }
        EventType type = EventCatalogue.typeOf(event.getClass());
        requireOwn(type);
        Version version = jdbc.queryForObject(
                APPEND,
                VERSION,
                type.aggregate(),
                event.aggregateId(),
                type.value(),
                Timestamp.from(clock.instant()),
                serialised(event, type),
                UUID.randomUUID(),
                type.requiresConsumer(),
                currentTrace());
        WakeAtCommit.register(wakeRelay);
        return requireNonNull(version);
    }

    private void requireOwn(EventType type) {
        if (!Names.sourceOf(type.value()).equals(properties.service())) {
            throw new IllegalArgumentException(
                    properties.service() + " may not publish " + type.value() + ": it is another service's event");
        }
    }

    private String serialised(DomainEvent event, EventType type) {
        byte[] data = json.writeValueAsBytes(event);
        long limit = properties.relay().maxEventSize().toBytes();
        if (data.length > limit) {
            throw new IllegalArgumentException(type.value() + " of " + data.length + " bytes exceeds the limit of "
                    + limit + ": large artefacts travel by reference");
        }
        return new String(data, StandardCharsets.UTF_8);
    }

    /** The trace that the logs of this thread carry, as W3C trace context. */
    private static @Nullable String currentTrace() {
        String trace = MDC.get("traceId");
        String span = MDC.get("spanId");
        return trace == null || span == null ? null : "00-" + trace + "-" + span + "-01";
    }
}

package com.smartfitness.replication.postgres;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lease is a session-level advisory lock, and all relaying goes over the session that holds it: with the session, the
 * lock and the right to remove rows end together.
 */
final class PostgresOutboxLease implements OutboxLease {

    static final String SEQUENCES = "select type, epoch, counter from replication.outbox_sequence";

    /** Any number that nothing else in the service's own database locks; the letters of "outbox". */
    private static final long LOCK = 0x6f7574626f78L;

    /** The epoch is that of sending: an event whose transaction outlasts a change of epoch must not count as old. */
    private static final String NEXT = """
            select position, event_id, aggregate, id, (select epoch from replication.source) as epoch, version, type,
                   mandatory, time, traceparent, data
            from replication.outbox
            where aggregate <> all (?) and (aggregate, id) not in (select * from unnest(?, ?))
            order by position limit ?
            """;

    private static final String REMOVE = """
            with gone as (delete from replication.outbox where position = any (?))
            insert into replication.outbox_sequence (type, epoch, counter)
            select * from unnest(?, ?, ?)
            on conflict (type) do update set epoch = excluded.epoch, counter = excluded.counter
            """;

    private final Connection connection;
    private final String source;

    PostgresOutboxLease(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /** Losing a removal in a crash of the database means sending again, so removals need not wait for the disk. */
    boolean acquire() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            if (!result.next() || !result.getBoolean(1)) {
                return false;
            }
            statement.execute("set synchronous_commit = off");
            return true;
        }
    }

    @Override
    public List<PendingEvent> next(int limit, Collection<String> except, Collection<PendingEvent> sent) {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, texts(except.stream()));
            statement.setArray(2, texts(sent.stream().map(PendingEvent::aggregate)));
            statement.setArray(3, texts(sent.stream().map(event -> event.event().subject())));
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<PendingEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    @Override
    public void remove(List<PendingEvent> sent, Map<String, Version> sequences) {
        List<Map.Entry<String, Version>> reached = List.copyOf(sequences.entrySet());
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setArray(1, bigints(sent.stream().map(event -> Long.valueOf(event.position()))));
            statement.setArray(2, texts(reached.stream().map(Map.Entry::getKey)));
            statement.setArray(
                    3, bigints(reached.stream().map(type -> type.getValue().epoch())));
            statement.setArray(
                    4, bigints(reached.stream().map(type -> type.getValue().counter())));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    @Override
    public Map<String, Version> sequences() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES)) {
            Map<String, Version> sequences = new HashMap<>();
            while (row.next()) {
                Map.Entry<String, Version> sequence = sequence(row);
                sequences.put(sequence.getKey(), sequence.getValue());
            }
            return sequences;
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    @Override
    public long epoch() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select epoch from replication.source")) {
            row.next();
            return row.getLong("epoch");
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // The session is gone, and with it the lock and the setting.
        }
    }

    static Map.Entry<String, Version> sequence(ResultSet row) throws SQLException {
        return Map.entry(row.getString("type"), new Version(row.getLong("epoch"), row.getLong("counter")));
    }

    private Array texts(Stream<?> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private Array bigints(Stream<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    private PendingEvent event(ResultSet row) throws SQLException {
        return new PendingEvent(
                row.getString("position"),
                row.getString("aggregate"),
                row.getBoolean("mandatory"),
                new CloudEvent(
                        row.getString("event_id"),
                        source,
                        row.getString("type"),
                        row.getString("id"),
                        row.getTimestamp("time").toInstant(),
                        new Version(row.getLong("epoch"), row.getLong("version")),
                        null,
                        row.getString("traceparent"),
                        row.getString("data").getBytes(StandardCharsets.UTF_8)));
    }
}

package com.smartfitness.replication.postgres;

import static com.smartfitness.replication.postgres.StoreFailures.translating;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outbox in the service's own PostgreSQL database. */
public final class PostgresOutbox implements Outbox {

    private static final String PAGE = """
            select id, type, version, time, data from replication.published_state
            where aggregate = ? and id > ? order by id limit ?
            """;

    /** From one kind to the next by the index, past its many rows. */
    private static final String KINDS = """
            with recursive kind as (
                select min(aggregate) as name from replication.published_state
                union all
                select (select min(aggregate) from replication.published_state where aggregate > kind.name)
                from kind where kind.name is not null)
            select name from kind where name is not null
            """;

    private static final String PENDING =
            "select distinct id from replication.outbox where aggregate = ? and id = any (?)";

    /** The instance and timeline tell a restored or promoted store from the one that the epoch was given to. */
    private static final String SETTLE_EPOCH = """
            insert into replication.source as known (epoch, system_identifier, timeline)
            select 1, system_identifier, timeline_id from pg_control_system(), pg_control_checkpoint()
            on conflict (only_row) do update
            set epoch = known.epoch + 1,
                system_identifier = excluded.system_identifier,
                timeline = excluded.timeline
            where (known.system_identifier, known.timeline) <> (excluded.system_identifier, excluded.timeline)
            """;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final String source;

    public PostgresOutbox(DataSource dataSource, ReplicationProperties properties) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.source = Names.sourceUri(properties.service());
        jdbc.update(SETTLE_EPOCH);
    }

    @Override
    public Optional<OutboxLease> tryLease() {
        PostgresOutboxLease lease = null;
        boolean acquired = false;
        try {
            lease = new PostgresOutboxLease(dataSource.getConnection(), source);
            acquired = lease.acquire();
            return acquired ? Optional.of(lease) : Optional.empty();
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        } finally {
            if (lease != null && !acquired) {
                lease.close();
            }
        }
    }

    @Override
    public Backlog backlog() {
        return translating(() -> requireNonNull(jdbc.queryForObject(
                "select count(*), min(time) from replication.outbox", (row, number) -> backlog(row))));
    }

    @Override
    public PublishedPage published(String aggregate, @Nullable String after, int limit) {
        return translating(() -> {
            Map<String, Version> sequences = after == null ? sequences() : Map.of();
            List<PublishedState> states =
                    jdbc.query(PAGE, (row, number) -> state(row), aggregate, after == null ? "" : after, limit);
            return new PublishedPage(
                    epoch(),
                    states,
                    states.size() < limit ? null : states.getLast().id(),
                    sequences);
        });
    }

    @Override
    public List<String> aggregates() {
        return translating(() -> jdbc.query(KINDS, (row, number) -> row.getString(1)));
    }

    @Override
    public Set<String> pending(String aggregate, Collection<String> ids) {
        return translating(() -> Set.copyOf(
                jdbc.query(PENDING, (row, number) -> row.getString(1), aggregate, ids.toArray(String[]::new))));
    }

    @Override
    public long epoch() {
        return translating(
                () -> requireNonNull(jdbc.queryForObject("select epoch from replication.source", Long.class)));
    }

    @Override
    public long raiseEpoch() {
        return translating(() -> requireNonNull(
                jdbc.queryForObject("update replication.source set epoch = epoch + 1 returning epoch", Long.class)));
    }

    private Map<String, Version> sequences() {
        return jdbc.query(PostgresOutboxLease.SEQUENCES, (row, number) -> PostgresOutboxLease.sequence(row)).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        Timestamp oldest = row.getTimestamp(2);
        return new Backlog(row.getLong(1), oldest == null ? null : oldest.toInstant());
    }

    private static PublishedState state(ResultSet row) throws SQLException {
        return new PublishedState(
                row.getString("id"),
                row.getString("type"),
                row.getLong("version"),
                row.getTimestamp("time").toInstant(),
                row.getString("data"));
    }
}

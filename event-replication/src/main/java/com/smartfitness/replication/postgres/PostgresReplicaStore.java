package com.smartfitness.replication.postgres;

import static com.smartfitness.replication.postgres.StoreFailures.translating;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replicas in the service's own PostgreSQL database: the author's table holds the rows, {@code replica_version} their
 * versions. Whatever changes a replica first locks its row in {@code replica}, so that an instance that has lost its
 * queue but not yet noticed cannot interleave with its successor.
 */
public final class PostgresReplicaStore implements ReplicaStore {

    private static final String PROGRESS = """
            select epoch, generation, reason, running, ever_complete, cursor, applied
            from replication.replica where name = ?
            """;

    private static final String SEEN = """
            insert into replication.replica_seen (replica, type, epoch, counter)
            select ?, * from unnest(?::text[], ?::bigint[], ?::bigint[])
            on conflict (replica, type) do update set epoch = excluded.epoch, counter = excluded.counter
            """;

    private static final String CARRIED = """
            update replication.replica_version set generation = ?
            where replica = ? and id = any (?) and generation < ?
            """;

    private static final String OPEN = """
            insert into replication.replica as known (name, source, aggregate, shape) values (?, ?, ?, ?)
            on conflict (name) do update set shape = excluded.shape, running = false, ever_complete = false
            where known.shape is distinct from excluded.shape
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Map<String, OpenReplica> opened = new ConcurrentHashMap<>();

    public PostgresReplicaStore(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void open(ReplicaDefinition replica) {
        translating(() -> {
            ReplicaTable table = ReplicaTable.of(replica, jdbc);
            opened.put(
                    replica.name(),
                    new OpenReplica(
                            new RowWriter(json, replica.row(), table.key()),
                            table.apply("<"),
                            table.apply("<="),
                            SweptTable.of(table),
                            InspectedTable.of(table)));
            return jdbc.update(OPEN, replica.name(), replica.source(), replica.aggregate(), table.shape());
        });
    }

    @Override
    public int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen) {
        return locked(replica, progress -> {
            int applied =
                    applyFresh(replica, progress, changes, open(replica.name()).applyNewer());
            if (!seen.isEmpty()) {
                jdbc.update(
                        SEEN,
                        replica.name(),
                        seen.keySet().toArray(String[]::new),
                        seen.values().stream().map(Version::epoch).toArray(Long[]::new),
                        seen.values().stream().map(Version::counter).toArray(Long[]::new));
            }
            return applied;
        });
    }

    @Override
    public Map<String, Version> seen(ReplicaDefinition replica) {
        return translating(() -> jdbc
                .query(
                        "select type, epoch, counter from replication.replica_seen where replica = ?",
                        (row, number) -> Map.entry(
                                row.getString("type"), new Version(row.getLong("epoch"), row.getLong("counter"))),
                        replica.name())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public ReplicaProgress progress(ReplicaDefinition replica) {
        return translating(() -> read(PROGRESS, replica));
    }

    @Override
    public ReplicaProgress begin(ReplicaDefinition replica, long epoch) {
        return locked(replica, progress -> {
            jdbc.update("delete from replication.replica_seen where replica = ?", replica.name());
            return save(replica, progress.needed(epoch));
        });
    }

    @Override
    public ReplicaProgress rebuild(ReplicaDefinition replica) {
        return locked(replica, progress -> save(replica, progress.wanted()));
    }

    @Override
    public ReplicaProgress cancel(ReplicaDefinition replica) {
        return locked(replica, progress -> save(replica, progress.cancelled()));
    }

    @Override
    public ReplicaProgress advance(ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place) {
        return locked(replica, progress -> {
            applyFresh(replica, progress, changes, open(replica.name()).applyNotOlder());
            jdbc.update(
                    CARRIED,
                    progress.generation(),
                    replica.name(),
                    changes.stream().map(ReplicaChange::id).toArray(String[]::new),
                    progress.generation());
            if (!place.isAwaitedBy(progress)) {
                return progress;
            }
            SweptTable swept = open(replica.name()).swept();
            swept.removeGone(jdbc, replica.name(), progress.generation(), place);
            if (place.isLast()) {
                swept.removeAdded(jdbc, replica.name());
            }
            return save(replica, progress.carried(place.epoch(), place.next(), changes.size()));
        });
    }

    @Override
    public List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last) {
        return translating(() -> open(replica.name()).inspected().states(jdbc, replica.name(), after, last));
    }

    @Override
    public List<String> removeAdded(ReplicaDefinition replica) {
        return locked(replica, progress -> open(replica.name()).swept().removeAdded(jdbc, replica.name()));
    }

    @Override
    public void remove(ReplicaDefinition replica, Map<String, Version> known) {
        locked(replica, progress -> open(replica.name()).inspected().remove(jdbc, replica.name(), known));
    }

    private int applyFresh(
            ReplicaDefinition replica, ReplicaProgress progress, List<ReplicaChange> changes, String statement) {
        List<ReplicaChange> current = changes.stream()
                .filter(change -> change.version().equals(Version.OUTSIDE)
                        || change.version().epoch() >= progress.epoch())
                .toList();
        if (current.isEmpty()) {
            return 0;
        }
        return requireNonNull(jdbc.queryForObject(
                statement,
                Integer.class,
                current.stream().map(ReplicaChange::id).toArray(String[]::new),
                current.stream().map(change -> change.version().epoch()).toArray(Long[]::new),
                current.stream().map(change -> change.version().counter()).toArray(Long[]::new),
                current.stream().map(ReplicaChange::hash).toArray(Long[]::new),
                current.stream()
                        .map(change -> row(open(replica.name()), change))
                        .toArray(String[]::new),
                replica.name(),
                progress.generation()));
    }

    private @Nullable String row(OpenReplica open, ReplicaChange change) {
        Object row = change.row();
        return row == null ? null : open.rows().write(change, row);
    }

    private OpenReplica open(String name) {
        return requireNonNull(opened.get(name), () -> name + " has not been opened");
    }

    /** What is made once for a replica. */
    private record OpenReplica(
            RowWriter rows, String applyNewer, String applyNotOlder, SweptTable swept, InspectedTable inspected) {}

    private ReplicaProgress save(ReplicaDefinition replica, ReplicaProgress progress) {
        jdbc.update(
                """
                update replication.replica
                set epoch = ?, generation = ?, reason = ?, running = ?, ever_complete = ?, cursor = ?, applied = ? where name = ?
                """,
                progress.epoch(),
                progress.generation(),
                progress.reason().name(),
                progress.running(),
                progress.everComplete(),
                progress.cursor(),
                progress.applied(),
                replica.name());
        return progress;
    }

    private <T> T locked(ReplicaDefinition replica, Function<ReplicaProgress, T> work) {
        Supplier<T> inTransaction = () ->
                requireNonNull(transaction.execute(status -> work.apply(read(PROGRESS + " for update", replica))));
        return translating(inTransaction);
    }

    private ReplicaProgress read(String sql, ReplicaDefinition replica) {
        return requireNonNull(jdbc.queryForObject(sql, (row, number) -> progress(row), replica.name()));
    }

    private static ReplicaProgress progress(ResultSet row) throws SQLException {
        return new ReplicaProgress(
                row.getLong("epoch"),
                row.getLong("generation"),
                ReplicaProgress.Reason.valueOf(row.getString("reason")),
                row.getBoolean("running"),
                row.getBoolean("ever_complete"),
                row.getString("cursor"),
                row.getLong("applied"));
    }
}

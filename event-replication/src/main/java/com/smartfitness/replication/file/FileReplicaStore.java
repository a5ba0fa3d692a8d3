package com.smartfitness.replication.file;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small replicas of a process that owns no store: all rows are in memory, and all are written to one file before a
 * method returns, so that a restart needs neither broker nor source. Meant for hundreds of rows. A row's first component
 * is the aggregate's id.
 *
 * <p>One process has the file at a time. A file that is damaged is said to be in the log and counts as empty; a
 * snapshot follows.
 */
public final class FileReplicaStore implements ReplicaStore, ReplicaRows, AutoCloseable {

    private final ReplicaFile file;
    private final KeptReplicas stored;
    private final Map<String, RowShape> shapes = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private volatile Map<String, KeptReplica> replicas;

    /**
     * Reads the file if there is one.
     *
     * @throws UncheckedIOException if another process has it, or it may not be read or written
     */
    public FileReplicaStore(Path path, JsonMapper json) {
        try {
            this.file = ReplicaFile.take(path);
            this.stored = KeptReplicas.read(file, path, json);
            this.replicas = stored.found();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void open(ReplicaDefinition replica) {
        RowShape shape = RowShape.of(replica);
        shapes.put(replica.name(), shape);
        names.put(replica.table(), replica.name());
        replicas = with(replica, stored.opened(replica.name(), replicas.get(replica.name()), shape));
    }

    @Override
    public synchronized int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen) {
        KeptReplica.Applied applied = kept(replica).apply(shape(replica), changes, seen);
        write(replica, applied.replica());
        return applied.fresh();
    }

    @Override
    public Map<String, Version> seen(ReplicaDefinition replica) {
        return kept(replica).seen();
    }

    @Override
    public ReplicaProgress progress(ReplicaDefinition replica) {
        return kept(replica).progress();
    }

    @Override
    public synchronized ReplicaProgress begin(ReplicaDefinition replica, long epoch) {
        return write(replica, kept(replica).begin(epoch));
    }

    @Override
    public synchronized ReplicaProgress rebuild(ReplicaDefinition replica) {
        KeptReplica kept = kept(replica);
        return write(replica, kept.at(kept.progress().wanted()));
    }

    @Override
    public synchronized ReplicaProgress cancel(ReplicaDefinition replica) {
        KeptReplica kept = kept(replica);
        return write(replica, kept.at(kept.progress().cancelled()));
    }

    @Override
    public synchronized ReplicaProgress advance(
            ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place) {
        return write(replica, kept(replica).advance(shape(replica), changes, place));
    }

    /** Every row is intact: nobody else can change what is in memory, and a file that was changed is not read. */
    @Override
    public List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last) {
        return kept(replica).states(after, last);
    }

    @Override
    public List<String> removeAdded(ReplicaDefinition replica) {
        return List.of();
    }

    @Override
    public synchronized void remove(ReplicaDefinition replica, Map<String, Version> known) {
        write(replica, kept(replica).without(known));
    }

    @Override
    public <R extends Record> List<R> rows(String table, Class<R> row) {
        return kept(table).rows().values().stream()
                .map(KeptRow::row)
                .filter(Objects::nonNull)
                .map(row::cast)
                .toList();
    }

    @Override
    public <R extends Record> Optional<R> row(String table, Class<R> row, String id) {
        KeptRow kept = kept(table).rows().get(id);
        return kept == null || kept.row() == null ? Optional.empty() : Optional.of(row.cast(kept.row()));
    }

    /** Leaves the file to the next process. */
    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** What could not be written has not happened. */
    private ReplicaProgress write(ReplicaDefinition replica, KeptReplica changed) {
        if (!changed.equals(kept(replica))) {
            Map<String, KeptReplica> next = with(replica, changed);
            try {
                file.write(stored.toBytes(next));
            } catch (IOException e) {
                throw new StoreUnavailableException(e);
            }
            replicas = next;
        }
        return changed.progress();
    }

    private Map<String, KeptReplica> with(ReplicaDefinition replica, KeptReplica changed) {
        Map<String, KeptReplica> next = new TreeMap<>(replicas);
        next.put(replica.name(), changed);
        return next;
    }

    private KeptReplica kept(ReplicaDefinition replica) {
        return requireNonNull(replicas.get(replica.name()), () -> replica.name() + " has not been opened");
    }

    private KeptReplica kept(String table) {
        String name = names.get(table);
        KeptReplica replica = name == null ? null : replicas.get(name);
        if (replica == null) {
            throw new IllegalArgumentException("This process keeps no replica in " + table);
        }
        return replica;
    }

    private RowShape shape(ReplicaDefinition replica) {
        return requireNonNull(shapes.get(replica.name()), () -> replica.name() + " has not been opened");
    }
}

package com.smartfitness.replication.file;

import static java.util.Objects.requireNonNull;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The store of one process after the other, since two cannot have the file at a time. */
final class Reopened implements ReplicaStore, AutoCloseable {

    private @Nullable FileReplicaStore current;

    void reopen(Path file) {
        try {
            close();
            current = new FileReplicaStore(file, JsonMapper.shared());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileReplicaStore current() {
        return requireNonNull(current);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void open(ReplicaDefinition replica) {
        current().open(replica);
    }

    @Override
    public int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen) {
        return current().apply(replica, changes, seen);
    }

    @Override
    public Map<String, Version> seen(ReplicaDefinition replica) {
        return current().seen(replica);
    }

    @Override
    public ReplicaProgress progress(ReplicaDefinition replica) {
        return current().progress(replica);
    }

    @Override
    public ReplicaProgress begin(ReplicaDefinition replica, long epoch) {
        return current().begin(replica, epoch);
    }

    @Override
    public ReplicaProgress rebuild(ReplicaDefinition replica) {
        return current().rebuild(replica);
    }

    @Override
    public ReplicaProgress cancel(ReplicaDefinition replica) {
        return current().cancel(replica);
    }

    @Override
    public List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last) {
        return current().states(replica, after, last);
    }

    @Override
    public List<String> removeAdded(ReplicaDefinition replica) {
        return current().removeAdded(replica);
    }

    @Override
    public void remove(ReplicaDefinition replica, Map<String, Version> known) {
        current().remove(replica, known);
    }

    @Override
    public ReplicaProgress advance(ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place) {
        return current().advance(replica, changes, place);
    }
}

package com.smartfitness.replication.file;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.ReplicaStoreContract;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FileReplicaStoreTest extends ReplicaStoreContract {

    @TempDir
    private Path directory;

    private final Reopened store = new Reopened();

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Override
    protected void empty() {
        try {
            store.close();
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ReplicaStore newStore() {
        store.reopen(file());
        return store;
    }

    @Override
    protected ReplicaDefinition replica() {
        return new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);
    }

    @Override
    protected @Nullable String textOf(String id) {
        return store.current()
                .row("known_note", KnownNote.class, id)
                .map(KnownNote::text)
                .orElse(null);
    }

    @Override
    protected void alterBehindTheBack(String id, String text) {
        behindTheBack(rows -> rows.computeIfPresent(
                id, (_, row) -> new KeptRow(row.version(), row.generation(), row.hash(), new KnownNote(id, text))));
    }

    @Override
    protected void plantBehindTheBack(String id, String text) {
        behindTheBack(rows -> rows.put(id, new KeptRow(new Version(1, 1), 0, 0, new KnownNote(id, text))));
    }

    @Override
    protected void removeBehindTheBack(String id) {
        behindTheBack(rows -> rows.remove(id));
    }

    /** A file can only be changed between two processes. */
    private void behindTheBack(Consumer<Map<String, KeptRow>> change) {
        try {
            store.close();
            try (ReplicaFile file = ReplicaFile.take(file())) {
                KeptReplicas kept = KeptReplicas.read(file, file(), JsonMapper.shared());
                KeptReplica notes = kept.found().get(replica().name());
                Map<String, KeptRow> rows = new HashMap<>(notes.rows());
                change.accept(rows);
                file.write(kept.toBytes(Map.of(
                        replica().name(), new KeptReplica(notes.shape(), notes.progress(), notes.seen(), rows))));
            }
            store.reopen(file());
            store.open(replica());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return directory.resolve("replicas");
    }
}

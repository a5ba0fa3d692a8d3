package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PostgresAwayIT {

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    @Test
    void saysThatTheStoreIsAwayAndGoesOnWhenItIsBack() {
        try (TestPostgres server = Stores.startOwnPostgres();
                ServiceDatabase database = database(server.admin().createDatabase("notes"))) {
            NotesService notes = NotesService.on(database);
            PostgresInbox inbox = new PostgresInbox(database.jdbc(), database.transaction());
            PostgresReplicaStore replicas = database.replicaStore();
            replicas.open(REPLICA);
            replicas.begin(REPLICA, 1);
            notes.commit(new NoteWrittenEvent("a", "first"));
            OutboxLease lease = notes.outbox().tryLease().orElseThrow();
            List<PendingEvent> pending = lease.next(10, List.of(), List.of());

            server.stop();

            Stream.<ThrowingCallable>of(
                            () -> notes.outbox().tryLease(),
                            () -> notes.outbox().backlog(),
                            () -> notes.outbox().published("note", null, 10),
                            () -> notes.outbox().epoch(),
                            () -> notes.outbox().raiseEpoch(),
                            () -> lease.next(10, List.of(), List.of()),
                            () -> lease.remove(pending, Map.of()),
                            lease::sequences,
                            lease::epoch,
                            () -> inbox.once("readers.notes", "e1", () -> {}),
                            () -> inbox.prune(Instant.now()),
                            () -> replicas.open(REPLICA),
                            () -> replicas.apply(REPLICA, List.of(), Map.of("any", new Version(1, 1))),
                            () -> replicas.seen(REPLICA),
                            () -> replicas.progress(REPLICA),
                            () -> replicas.begin(REPLICA, 1),
                            () -> replicas.advance(REPLICA, List.of(), new ChunkPlace(1, 1, null, null)))
                    .forEach(call -> assertThatExceptionOfType(StoreUnavailableException.class)
                            .isThrownBy(call));
            lease.close();

            server.start();

            Eventually.holds(
                    "the outbox is back", () -> notes.outbox().backlog().pending() == 1);
            assertThat(replicas.progress(REPLICA).running()).isTrue();
            assertThat(inbox.once("readers.notes", "e1", () -> {})).isTrue();
            try (OutboxLease next = notes.outbox().tryLease().orElseThrow()) {
                assertThat(next.next(10, List.of(), List.of())).hasSize(1);
            }
        }
    }

    private static ServiceDatabase database(DatabaseFacts facts) {
        ServiceDatabase database = ServiceDatabase.in(facts);
        database.dataSource().setConnectionTimeout(300);
        database.jdbc().execute("create table known_note (note_id text primary key, text text not null)");
        return database;
    }
}

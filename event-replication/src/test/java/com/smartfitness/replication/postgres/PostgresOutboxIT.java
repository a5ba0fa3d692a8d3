package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.contract.OutboxContract;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresOutboxIT extends OutboxContract {

    private static ServiceDatabase database;
    private static NotesService notes;

    @BeforeAll
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        notes = NotesService.on(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected void empty() {
        database.empty();
        database.jdbc().update("update replication.source set epoch = 1");
    }

    @Override
    protected Outbox outbox() {
        return notes.outbox();
    }

    @Override
    protected List<Version> commit(DomainEvent... events) {
        return notes.commit(events);
    }

    @Override
    protected void commitAfter(Runnable meanwhile, DomainEvent event) {
        database.transaction().executeWithoutResult(status -> {
            notes.events().publish(event);
            meanwhile.run();
        });
    }

    @Override
    protected void rollBack(DomainEvent event) {
        database.transaction().executeWithoutResult(status -> {
            notes.events().publish(event);
            status.setRollbackOnly();
        });
    }

    @Override
    protected void breakSession(OutboxLease lease) {
        database.jdbc().queryForList("""
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                """);
    }

    @Test
    void refusesToPublishOutsideTransactions() {
        assertThatIllegalStateException()
                .isThrownBy(() -> notes.events().publish(new NoteWrittenEvent("a", "first")))
                .withMessageContaining("in the transaction");
    }

    @Test
    void refusesOtherServicesEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> commit(new MemberLeftEvent("M1")))
                .withMessage("notes may not publish members.member-left.v1: it is another service's event");
    }

    @Test
    void refusesEventsBeyondTheLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write("a", "x".repeat(128 * 1024)))
                .withMessageContaining("exceeds the limit of 131072");
    }

    @Test
    void keepsTheEpochOfADatabaseThatStayedWhereItWas() {
        outbox().raiseEpoch();

        assertThat(NotesService.on(database).outbox().epoch()).isEqualTo(2);
    }
}

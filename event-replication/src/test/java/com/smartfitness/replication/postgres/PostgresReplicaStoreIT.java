package com.smartfitness.replication.postgres;

import com.smartfitness.replication.contract.InspectedReplicaContract;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.testing.stores.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.dao.support.DataAccessUtils;

class PostgresReplicaStoreIT extends InspectedReplicaContract {

    private static ServiceDatabase database;

    @BeforeAll
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        database.jdbc().execute("create table known_note (note_id text primary key, text text not null)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected void empty() {
        database.empty("known_note");
    }

    @Override
    protected ReplicaStore newStore() {
        return database.replicaStore();
    }

    @Override
    protected ReplicaDefinition replica() {
        return new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);
    }

    @Override
    protected @Nullable String textOf(String id) {
        return DataAccessUtils.singleResult(
                database.jdbc().queryForList("select text from known_note where note_id = ?", String.class, id));
    }

    @Override
    protected void alterBehindTheBack(String id, String text) {
        database.jdbc().update("update known_note set text = ? where note_id = ?", text, id);
    }

    @Override
    protected void plantBehindTheBack(String id, String text) {
        database.jdbc().update("insert into known_note (note_id, text) values (?, ?)", id, text);
    }

    @Override
    protected void removeBehindTheBack(String id) {
        database.jdbc().update("delete from known_note where note_id = ?", id);
    }
}

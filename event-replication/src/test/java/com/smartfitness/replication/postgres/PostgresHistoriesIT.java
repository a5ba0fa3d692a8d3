package com.smartfitness.replication.postgres;

import com.smartfitness.replication.contract.RandomHistoriesContract;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.testing.stores.Stores;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresHistoriesIT extends RandomHistoriesContract {

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
    protected Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        database.jdbc().query("select note_id, text from known_note", row -> {
            rows.put(row.getString("note_id"), row.getString("text"));
        });
        return rows;
    }
}

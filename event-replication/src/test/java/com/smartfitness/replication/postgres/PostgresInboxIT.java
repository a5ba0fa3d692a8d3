package com.smartfitness.replication.postgres;

import com.smartfitness.replication.contract.InboxContract;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresInboxIT extends InboxContract {

    private static ServiceDatabase database;

    @BeforeAll
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        database.jdbc().execute("create table line (text text not null)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected void empty() {
        database.empty("line");
    }

    @Override
    protected Inbox inbox() {
        return new PostgresInbox(database.jdbc(), database.transaction());
    }

    @Override
    protected void write(String line) {
        database.jdbc().update("insert into line (text) values (?)", line);
    }

    @Override
    protected List<String> written() {
        return database.jdbc().queryForList("select text from line", String.class);
    }
}

package com.smartfitness.testing.stores;

import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.servers.TestPostgres;
import java.util.concurrent.atomic.AtomicInteger;

/** The shared PostgreSQL server. */
public final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final TestPostgres server;

    Postgres(TestPostgres server) {
        this.server = server;
    }

    /** An empty database with an owner of its own, who reaches no other. */
    public DatabaseFacts newDatabase() {
        return server.admin().createDatabase("test_" + DATABASES.incrementAndGet());
    }
}

package com.smartfitness.testing.servers;

import com.smartfitness.stack.PostgresAdmin;
import com.smartfitness.stack.Server;

/** A PostgreSQL server. */
public interface TestPostgres extends Server {

    PostgresAdmin admin();
}

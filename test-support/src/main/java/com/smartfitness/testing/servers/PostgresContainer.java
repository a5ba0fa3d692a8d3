package com.smartfitness.testing.servers;

import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.Ports;
import com.smartfitness.stack.PostgresAdmin;
import com.smartfitness.stack.Secrets;
import java.util.Map;

final class PostgresContainer extends ServerContainer implements TestPostgres {

    private static final String SUPERUSER = "postgres";

    private final PostgresAdmin admin;

    PostgresContainer() {
        this(Ports.free(), Secrets.generate());
    }

    private PostgresContainer(int port, String password) {
        super("postgres:18", "/var/lib/postgresql", Map.of(5432, port));
        admin = new PostgresAdmin(port, new Credentials(SUPERUSER, password));
        container()
                .withEnv("POSTGRES_PASSWORD", password)
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8");
    }

    @Override
    public PostgresAdmin admin() {
        return admin;
    }

    @Override
    boolean isReady() {
        return admin.isServed();
    }
}

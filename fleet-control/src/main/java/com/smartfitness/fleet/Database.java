package com.smartfitness.fleet;

import com.smartfitness.stack.PostgresServer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL instance that holds one service's database and lets no other service in. */
final class Database implements Store {

    private final FleetHome home;
    private final String database;
    private final PostgresServer server;
    private volatile @Nullable String version;

    Database(FleetHome home, String database, int port) {
        this.home = home;
        this.database = database;
        this.server = PostgresServer.at(home.store(database + "-db"), port);
    }

    @Override
    public String name() {
        return database + "-db";
    }

    @Override
    public String kind() {
        return "PostgreSQL";
    }

    @Override
    public int[] ports() {
        return new int[] {server.port()};
    }

    @Override
    public int memory() {
        return 100;
    }

    @Override
    public PostgresServer server() {
        return server;
    }

    @Override
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public void provision() {
        server.admin().ensureDatabase(database, password());
        server.admin().ensureInspector(Inspector.NAME, Inspector.password(home, name()));
        version = server.admin().version();
    }

    @Override
    public Map<String, String> environmentFor(String service) {
        return Map.of(
                "SPRING_DATASOURCE_URL", server.admin().jdbcUrl(database),
                "SPRING_DATASOURCE_USERNAME", database,
                "SPRING_DATASOURCE_PASSWORD", password());
    }

    private String password() {
        return home.secret(name());
    }
}

package com.smartfitness.bench.machine;

import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The real servers that all contenders of a run share, one after the other: a store for each side, and a broker. */
public final class Servers implements AutoCloseable {

    private static final List<String> DURABILITY = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "autovacuum_naptime");

    private final PostgresServer sourceStore = store();
    private final PostgresServer consumerStore = store();
    private final RabbitServer broker = RabbitServer.temporary();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    private Servers() {}

    public static Servers start() {
        Servers servers = new Servers();
        try {
            servers.sourceStore.start();
            servers.consumerStore.start();
            servers.broker.start();
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    // Statistics and dead rows are seen to as often as in a long run, where a minute's wait is soon over.
    private static PostgresServer store() {
        return PostgresServer.temporary().with("autovacuum_naptime", "5s");
    }

    public DatabaseFacts newSourceDatabase(String name) {
        return sourceStore.admin().createDatabase(name);
    }

    public DatabaseFacts newConsumerDatabase(String name) {
        return consumerStore.admin().createDatabase(name);
    }

    /** A virtual host with the exchanges that all share and a user for each service. */
    public BrokerFacts newVirtualHost(String name, String... services) {
        BrokerDefinitions definitions = new BrokerDefinitions(
                name,
                user -> passwords.computeIfAbsent(user, _ -> UUID.randomUUID().toString()));
        for (String service : services) {
            definitions.service(service);
        }
        return broker.admin().define(definitions);
    }

    /** Leaves nothing of a contender behind that would burden the next: no messages, no rows, nothing yet to be written. */
    public void discard(String name) throws SQLException {
        broker.admin().deleteVirtualHost(name);
        for (PostgresServer store : List.of(sourceStore, consumerStore)) {
            DatabaseFacts facts = store.admin().superuser();
            try (Connection connection =
                            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                    Statement statement = connection.createStatement()) {
                String database = statement.enquoteIdentifier(name, true);
                statement.execute("drop database if exists %s with (force)".formatted(database));
                statement.execute("drop role if exists " + database);
                statement.execute("checkpoint");
            }
        }
    }

    /** What the stores say about what survives a loss of power. */
    public Map<String, String> durability() throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        DatabaseFacts facts = sourceStore.admin().superuser();
        try (Connection connection = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                Statement statement = connection.createStatement()) {
            for (String name : DURABILITY) {
                try (ResultSet value = statement.executeQuery("show " + name)) {
                    value.next();
                    settings.put(name, value.getString(1));
                }
            }
        }
        return settings;
    }

    /** What everybody has used so far. */
    public CpuSeconds cpu(Program source, @Nullable Program consumer) {
        return consumer == null ? cpu(source) : cpu(source, CpuTime.ofProcess(consumer.pid()));
    }

    /** What everybody has used before there is a consumer. */
    public CpuSeconds cpu(Program source) {
        return cpu(source, 0);
    }

    private CpuSeconds cpu(Program source, double consumer) {
        return new CpuSeconds(
                CpuTime.ofProcess(source.pid()),
                consumer,
                CpuTime.below(broker.directory()),
                CpuTime.below(sourceStore.directory()),
                CpuTime.below(consumerStore.directory()));
    }

    @Override
    public void close() {
        broker.close();
        consumerStore.close();
        sourceStore.close();
    }
}

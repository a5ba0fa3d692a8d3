package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server with a superuser of generated password, reachable over TCP on loopback only. */
public final class PostgresServer extends NativeServer {

    private static final String SUPERUSER = "postgres";
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "64MB",
            "max_connections", "100",
            // Shared memory in the data folder: a killed server leaves nothing behind in /dev/shm.
            "dynamic_shared_memory_type", "mmap");

    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
    private String password = "";

    private PostgresServer(@Nullable Path directory, int port) {
        super("PostgreSQL", directory);
        this.port = port;
    }

    /** A server whose data are gone once it is closed, on a free port. */
    public static PostgresServer temporary() {
        return new PostgresServer(null, Ports.free());
    }

    /** A server that finds its data in the folder again. */
    public static PostgresServer at(Path directory, int port) {
        return new PostgresServer(directory, port);
    }

    /** Sets a parameter of {@code postgresql.conf} from the next start on, e.g. {@code fsync} to {@code off}. */
    public PostgresServer with(String parameter, String value) {
        settings.put(parameter, value);
        return this;
    }

    public int port() {
        return port;
    }

    /** The running server's release, e.g. {@code 18.6}. */
    public String version() {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new StackException("PostgreSQL does not tell its version: " + e.getMessage(), e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** The superuser's way into the database named {@code postgres}. */
    public DatabaseFacts superuser() {
        return new DatabaseFacts(jdbcUrl("postgres"), SUPERUSER, password);
    }

    /** Creates an empty database with a user of the same name, who owns it and alone may connect. */
    public DatabaseFacts createDatabase(String name) {
        return createDatabase(name, Secrets.generate());
    }

    /** Like {@link #createDatabase(String)}, with a given password. */
    public DatabaseFacts createDatabase(String name, String ownersPassword) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            createRole(statement, name, ownersPassword);
            createOwnedDatabase(statement, name);
        } catch (SQLException e) {
            throw new StackException("Database %s cannot be created: %s".formatted(name, e.getMessage()), e);
        }
        return new DatabaseFacts(jdbcUrl(name), name, ownersPassword);
    }

    /**
     * Like {@link #createDatabase(String)}, unless the database is there already. Its owner's password is kept in the
     * server's folder, so that it stays the same however often this is asked.
     */
    public DatabaseFacts ensureDatabase(String name) {
        try {
            return ensureDatabase(
                    name, Secrets.in(directory().resolve("databases").resolve(name + ".password")));
        } catch (IOException e) {
            throw new StackException(
                    "The password of database %s cannot be kept: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Like {@link #ensureDatabase(String)}, with a given password, which replaces the one that the owner had. */
    public DatabaseFacts ensureDatabase(String name, String ownersPassword) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String identifier = statement.enquoteIdentifier(name, true);
            String literal = statement.enquoteLiteral(name);
            // Each by itself: a machine may have failed between the two.
            if (exists(statement, "pg_roles WHERE rolname = " + literal)) {
                String password = statement.enquoteLiteral(ownersPassword);
                statement.execute("ALTER ROLE %s PASSWORD %s".formatted(identifier, password));
            } else {
                createRole(statement, name, ownersPassword);
            }
            if (!exists(statement, "pg_database WHERE datname = " + literal)) {
                createOwnedDatabase(statement, name);
            }
        } catch (SQLException e) {
            throw new StackException("Database %s cannot be made: %s".formatted(name, e.getMessage()), e);
        }
        return new DatabaseFacts(jdbcUrl(name), name, ownersPassword);
    }

    /** Makes a role that sees who is connected, and may do nothing else; its password replaces the one that it had. */
    public void ensureInspector(String name, String password) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles WHERE rolname = " + statement.enquoteLiteral(name))) {
                createRole(statement, name, password);
            }
            String identifier = statement.enquoteIdentifier(name, true);
            statement.execute("ALTER ROLE %s PASSWORD %s".formatted(identifier, statement.enquoteLiteral(password)));
            statement.execute("GRANT pg_read_all_stats TO " + identifier);
        } catch (SQLException e) {
            throw new StackException("Role %s cannot be made: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void createRole(Statement statement, String name, String password) throws SQLException {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD %s"
                .formatted(statement.enquoteIdentifier(name, true), statement.enquoteLiteral(password)));
    }

    private static void createOwnedDatabase(Statement statement, String name) throws SQLException {
        String identifier = statement.enquoteIdentifier(name, true);
        statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(identifier));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(identifier));
    }

    private static boolean exists(Statement statement, String where) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + where)) {
            return rows.next();
        }
    }

    @Override
    void prepare() throws IOException {
        Path passwordFile = directory().resolve("superuser.password");
        password = Secrets.in(passwordFile);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            Account.own(directory());
            Commands.run(
                    directory(),
                    Account.run(List.of(
                            program("initdb"),
                            "--pgdata=" + data(),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C.UTF-8")),
                    Map.of());
        }
    }

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", data().toString(), "-p", "" + port));
        settings.forEach((parameter, value) -> command.addAll(List.of("-c", parameter + "=" + value)));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    int[] ports() {
        return new int[] {port};
    }

    @Override
    String stopSignal() {
        return "INT"; // "fast": connections are ended, nothing is waited for
    }

    @Override
    boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
    }

    private Path data() {
        return directory().resolve("data");
    }

    private static String program(String name) {
        return PostgresBinaries.bin().resolve(name).toString();
    }
}

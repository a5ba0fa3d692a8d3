package com.smartfitness.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A superuser of a PostgreSQL server on loopback. */
public final class PostgresAdmin {

    private final int port;
    private final Credentials superuser;

    public PostgresAdmin(int port, Credentials superuser) {
        this.port = port;
        this.superuser = superuser;
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

    /** This superuser's way into the database named {@code postgres}. */
    public DatabaseFacts superuser() {
        return new DatabaseFacts(jdbcUrl("postgres"), superuser.username(), superuser.password());
    }

    /** Whether the server answers. */
    public boolean isServed() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Creates an empty database with a user of the same name, who owns it and alone may connect. */
    public DatabaseFacts createDatabase(String name) {
        String password = Secrets.generate();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            createRole(statement, name, password);
            createOwnedDatabase(statement, name);
        } catch (SQLException e) {
            throw new StackException("Database %s cannot be created: %s".formatted(name, e.getMessage()), e);
        }
        return new DatabaseFacts(jdbcUrl(name), name, password);
    }

    /**
     * Like {@link #createDatabase(String)}, unless the database is there already. The given password replaces the one
     * that its owner had.
     */
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

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), superuser.username(), superuser.password());
    }
}

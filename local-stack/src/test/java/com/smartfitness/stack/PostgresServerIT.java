package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresServerIT {

    @Test
    void keepsItsDataOverStopAndKill() throws SQLException {
        try (PostgresServer server = PostgresServer.temporary()) {
            server.start();
            DatabaseFacts facts = server.admin().createDatabase("auth");
            execute(facts, "CREATE TABLE note (text text)");
            execute(facts, "INSERT INTO note VALUES ('before')");

            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            execute(facts, "INSERT INTO note VALUES ('after stop')");

            server.kill();
            assertThatThrownBy(() -> connect(facts)).isInstanceOf(SQLException.class);
            server.start();

            assertThat(count(facts, "note")).isEqualTo(2);
        }
    }

    @Test
    void makesADatabaseOnce() throws SQLException {
        try (PostgresServer server = PostgresServer.temporary().with("fsync", "off")) {
            server.start();
            DatabaseFacts first = server.admin().ensureDatabase("auth", "secret");
            execute(first, "CREATE TABLE note (text text)");
            server.restart();

            DatabaseFacts second = server.admin().ensureDatabase("auth", "secret");

            assertThat(second).isEqualTo(first);
            assertThat(count(second, "note")).isZero();
        }
    }

    @Test
    void givesTheOwnerOfAPresentDatabaseTheNewPassword() throws SQLException {
        try (PostgresServer server = PostgresServer.temporary().with("fsync", "off")) {
            server.start();
            DatabaseFacts before = server.admin().createDatabase("auth");

            DatabaseFacts after = server.admin().ensureDatabase("auth", "another");

            connect(after).close();
            assertThatThrownBy(() -> connect(before)).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsUsersOutOfEachOthersDatabases() {
        try (PostgresServer server = PostgresServer.temporary().with("fsync", "off")) {
            server.start();
            DatabaseFacts auth = server.admin().createDatabase("auth");
            DatabaseFacts helper = server.admin().createDatabase("helper");

            assertThatThrownBy(() -> connect(new DatabaseFacts(helper.jdbcUrl(), auth.username(), auth.password())))
                    .hasMessageContaining("permission denied for database");
        }
    }

    private static Connection connect(DatabaseFacts facts) throws SQLException {
        return DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
    }

    private static void execute(DatabaseFacts facts, String sql) throws SQLException {
        try (Connection connection = connect(facts);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(DatabaseFacts facts, String table) throws SQLException {
        try (Connection connection = connect(facts);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

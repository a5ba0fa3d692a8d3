package com.smartfitness.mlops.sample;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Tells when photos are to be fetched, as soon as the transaction that brought them has committed. */
@Component
class PhotoArrivals implements AutoCloseable {

    // Not one of the pool's: it is always in use, and ends by being cut while it waits.
    private final JdbcConnectionDetails database;
    private @Nullable Connection connection;

    PhotoArrivals(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** From when this returns, nothing arrives unnoticed. To be called by one thread alone, as {@link #await}. */
    void listen() throws SQLException {
        if (connection != null) {
            return;
        }
        Connection fresh = connect();
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen sample_photo");
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
        connection = fresh;
    }

    /**
     * Waits until something arrives, or has arrived since the last call.
     *
     * @throws SQLException where that cannot be told any more, until {@link #listen} is called again
     */
    void await(Duration atMost) throws SQLException {
        Connection listening = connection;
        if (listening == null) {
            throw new SQLException("Nobody listens.");
        }
        try {
            listening.unwrap(PGConnection.class).getNotifications(Math.toIntExact(Math.max(1, atMost.toMillis())));
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.put("user", String.valueOf(database.getUsername()));
        settings.put("password", String.valueOf(database.getPassword()));
        settings.put("connectTimeout", "2");
        settings.put("tcpKeepAlive", "true");
        settings.put("ApplicationName", "photos of samples");
        return DriverManager.getConnection(database.getJdbcUrl(), settings);
    }

    @Override
    public void close() throws SQLException {
        Connection listening = connection;
        connection = null;
        if (listening != null) {
            listening.close();
        }
    }
}

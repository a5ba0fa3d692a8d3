package com.smartfitness.branchowner.inbox.live;

import com.smartfitness.defaults.live.LiveStreams;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears of every change of an inbox, whichever instance has made it, over a connection of the pool that it keeps, and
 * wakes the owner's streams. After a silence of the store everybody is woken, since notifications may have been missed.
 */
@Component
final class StoreNotifications implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreNotifications.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final LiveStreams streams;
    private volatile @Nullable Thread listening;

    StoreNotifications(DataSource dataSource, LiveStreams streams) {
        this.dataSource = dataSource;
        this.streams = streams;
    }

    @Override
    public void start() {
        Thread listener = Thread.ofVirtual().name("inbox-notifications").unstarted(this::listen);
        // Before it starts, since it goes on for as long as it is the one.
        listening = listener;
        listener.start();
    }

    @Override
    public void stop() {
        Thread ending = listening;
        listening = null;
        if (ending != null) {
            end(ending);
        }
    }

    /** By a notification of its own: an interrupt would break the connection, which is the pool's. */
    private void end(Thread listener) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify inbox");
            listener.join(AFTER_FAILURE);
        } catch (SQLException e) {
            listener.interrupt(); // the store is away, and there is no connection to break
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen inbox");
                streams.wakeAll();
                hear(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    log.warn("Inbox notifications cannot be heard: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection store = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] notifications = store.getNotifications((int) PATIENCE.toMillis());
            if (notifications.length == 0 && !connection.isValid((int) PATIENCE.toSeconds())) {
                throw new SQLTransientConnectionException("The connection is gone");
            }
            for (PGNotification notification : notifications) {
                // Of nobody where an instance ends.
                streams.wake(notification.getParameter());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

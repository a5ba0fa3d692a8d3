package com.smartfitness.access.store;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.redis.Outcome;
import com.smartfitness.replication.redis.RedisChange;
import com.smartfitness.replication.redis.RedisChanges;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** The service's own Redis. Where it is away, everything here throws {@link StoreUnavailableException}. */
@Component
public class Store {

    private final RedisChanges changes;
    private final RedisConnectionFactory connections;

    Store(RedisChanges changes, RedisConnectionFactory connections) {
        this.changes = changes;
        this.connections = connections;
    }

    /** The key of something of this service's, e.g. {@code entry} and an id. */
    public String key(String... parts) {
        return changes.key(parts);
    }

    /** Changes data and publishes events, all or nothing. */
    public Outcome make(RedisChange change) {
        return changes.make(change);
    }

    /** Reads. No command of this service is wrong, so one that fails found no Redis. */
    public <T> T read(Function<RedisConnection, T> reading) {
        try (RedisConnection connection = connections.getConnection()) {
            return reading.apply(connection);
        } catch (DataAccessException e) {
            throw new StoreUnavailableException(e);
        }
    }

    /** A connection of its own, for commands that wait; the caller closes it. */
    RedisConnection connect() {
        return connections.getConnection();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package com.smartfitness.fleet;

import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisServer;
import com.smartfitness.stack.StackException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Redis server of one service. */
final class Redis implements Store {

    static final String NAME = "redis";

    private final String user;
    private final RedisServer server;
    private volatile @Nullable String version;
    // Kept, so that its owner can be started while the server is stopped.
    private volatile @Nullable RedisFacts facts;

    Redis(FleetHome home, String user, int port) {
        this.user = user;
        this.server = RedisServer.at(home.store(NAME), port);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kind() {
        return "Redis";
    }

    @Override
    public int[] ports() {
        return new int[] {server.port()};
    }

    @Override
    public int memory() {
        return 50;
    }

    @Override
    public RedisServer server() {
        return server;
    }

    @Override
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public void provision() {
        facts = server.ensureUser(user);
        version = server.version();
    }

    @Override
    public Map<String, String> environmentFor(String service) {
        RedisFacts known = facts;
        if (known == null) {
            throw new StackException("%s has never run, and knows no users".formatted(NAME));
        }
        return Map.of(
                "SPRING_DATA_REDIS_HOST", known.host(),
                "SPRING_DATA_REDIS_PORT", "" + known.port(),
                "SPRING_DATA_REDIS_USERNAME", known.username(),
                "SPRING_DATA_REDIS_PASSWORD", known.password());
    }
}

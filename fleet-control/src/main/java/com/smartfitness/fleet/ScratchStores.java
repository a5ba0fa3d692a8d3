package com.smartfitness.fleet;

import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisServer;
import java.util.Map;

/** Stores for services that are put together without being started: empty, there in a moment, and forgotten after it. */
final class ScratchStores implements AutoCloseable {

    private final PostgresServer postgres = PostgresServer.temporary();
    private final RedisServer redis = RedisServer.temporary();

    ScratchStores() {
        try {
            postgres.start();
            redis.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What a service is told in the place of its own store. */
    Map<String, String> environmentFor(Service service) {
        if (service.needs().contains(Redis.NAME)) {
            RedisFacts user = redis.ensureUser(service.name());
            return Map.of(
                    "SPRING_DATA_REDIS_HOST", user.host(),
                    "SPRING_DATA_REDIS_PORT", "" + user.port(),
                    "SPRING_DATA_REDIS_USERNAME", user.username(),
                    "SPRING_DATA_REDIS_PASSWORD", user.password());
        }
        if (service.needs().stream().anyMatch(store -> store.endsWith("-db"))) {
            DatabaseFacts database =
                    postgres.admin().createDatabase(service.name().replace('-', '_'));
            return Map.of(
                    "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                    "SPRING_DATASOURCE_USERNAME", database.username(),
                    "SPRING_DATASOURCE_PASSWORD", database.password());
        }
        return Map.of();
    }

    @Override
    public void close() {
        postgres.close();
        redis.close();
    }
}

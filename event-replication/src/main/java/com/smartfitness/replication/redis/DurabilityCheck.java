package com.smartfitness.replication.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Map;

/** Looks whether a Redis keeps what it has acknowledged, which one that is set up as a cache does not. */
public final class DurabilityCheck {

    private static final Map<String, String> REQUIRED =
            Map.of("maxmemory-policy", "noeviction", "appendonly", "yes", "appendfsync", "always");

    private DurabilityCheck() {}

    /**
     * Refuses a Redis that may lose data by itself.
     *
     * @throws IllegalStateException with what has to be set
     */
    public static void require(RedisLink link) {
        Map<String, String> found = settings(link);
        REQUIRED.forEach((setting, value) -> {
            String actual = found.get(setting);
            if (!value.equals(actual)) {
                throw new IllegalStateException(
                        "This Redis may lose what it has acknowledged, so it cannot be a service's store: set %s %s in redis.conf; it is %s"
                                .formatted(setting, value, actual));
            }
        });
    }

    private static Map<String, String> settings(RedisLink link) {
        try {
            return link.call(redis -> redis.configGet(REQUIRED.keySet().toArray(String[]::new)));
        } catch (RedisCommandExecutionException e) {
            throw new IllegalStateException(
                    "Whether this Redis keeps what it has acknowledged cannot be seen: allow the service's user to ask, with +config|get in its ACL",
                    e);
        }
    }
}

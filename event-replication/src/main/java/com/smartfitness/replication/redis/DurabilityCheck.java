package com.smartfitness.replication.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

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
        Map<String, String> found =
                told(link, redis -> redis.configGet(REQUIRED.keySet().toArray(String[]::new)));
        REQUIRED.forEach((setting, value) -> {
            String actual = found.get(setting);
            if (!value.equals(actual)) {
                throw new IllegalStateException(
                        "This Redis may lose what it has acknowledged, so it cannot be a service's store: set %s %s in redis.conf; it is %s"
                                .formatted(setting, value, actual));
            }
        });
        // Redis reads its append-only file as the default user, and leaves out of it transactions, which are what
        // scripts
        // have changed, where he has not the rights: https://github.com/redis/redis/issues/14541.
        String answer = told(link, redis -> redis.aclDryRun("default", "hset", "key", "field", "value"));
        if (!answer.equals("OK")) {
            throw new IllegalStateException(
                    "This Redis would forget with a restart what scripts have changed, so it cannot be a service's store:"
                            + " give its default user all rights, who may be off all the same: user default off ~* &* +@all");
        }
    }

    private static <T> T told(
            RedisLink link, Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> question) {
        try {
            return link.call(question);
        } catch (RedisCommandExecutionException e) {
            throw new IllegalStateException(
                    "Whether this Redis keeps what it has acknowledged cannot be seen: allow the service's user to ask,"
                            + " with +config|get +acl|dryrun in its ACL",
                    e);
        }
    }
}

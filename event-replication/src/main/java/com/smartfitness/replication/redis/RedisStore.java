package com.smartfitness.replication.redis;

import com.smartfitness.replication.report.OwnStore;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service's Redis, whose data all are in its memory. */
public final class RedisStore implements OwnStore {

    private final RedisLink link;

    public RedisStore(RedisLink link) {
        this.link = link;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Figures look() {
        Map<String, String> told = link.call(redis -> redis.info())
                .lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1),
                        (first, _) -> first));
        return new Figures(
                "Redis " + told.get("redis_version"),
                bytes(told.get("used_memory_rss")),
                bytes(told.get("aof_current_size")));
    }

    private static @Nullable Long bytes(@Nullable String count) {
        return count == null ? null : Long.valueOf(count);
    }
}

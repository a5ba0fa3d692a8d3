package com.smartfitness.replication.redis;

import com.smartfitness.replication.ReplicationProperties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables in which this process keeps replicas. */
public final class RedisTables {

    private final RedisKeys keys;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    public RedisTables(ReplicationProperties properties) {
        this.keys = new RedisKeys(properties.service());
    }

    void add(String name) {
        names.add(name);
    }

    /** The key of a table's rows. */
    String keyOf(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("This process keeps no replica in " + name);
        }
        return keys.of(name);
    }
}

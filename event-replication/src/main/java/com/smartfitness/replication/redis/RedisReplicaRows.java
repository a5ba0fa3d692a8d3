package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;

import com.smartfitness.replication.ReplicaRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows that {@link RedisReplicaStore} keeps. */
public final class RedisReplicaRows implements ReplicaRows {

    private final RedisLink link;
    private final RedisTables tables;
    private final JsonMapper json;

    public RedisReplicaRows(RedisLink link, RedisTables tables, JsonMapper json) {
        this.link = link;
        this.tables = tables;
        this.json = json;
    }

    /** Reads the whole hash, so it is meant for thousands of rows, not for millions. */
    @Override
    public <R extends Record> List<R> rows(String table, Class<R> row) {
        byte[] key = bytes(tables.keyOf(table));
        return link.call(redis -> redis.hgetall(key)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Arrays::compareUnsigned))
                .map(entry -> json.readValue(entry.getValue(), row))
                .toList();
    }

    @Override
    public <R extends Record> Optional<R> row(String table, Class<R> row, String id) {
        byte[] key = bytes(tables.keyOf(table));
        return Optional.ofNullable(link.call(redis -> redis.hget(key, bytes(id))))
                .map(stored -> json.readValue(stored, row));
    }
}

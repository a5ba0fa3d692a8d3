package com.smartfitness.replication.redis;

import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.RandomHistoriesContract;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.testing.stores.Stores;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisHistoriesIT extends RandomHistoriesContract {

    private static ServiceRedis redis;

    @BeforeAll
    static void connect() {
        redis = ServiceRedis.on(Stores.newRedis());
    }

    @AfterAll
    static void close() {
        redis.close();
    }

    @Override
    protected void empty() {
        redis = redis.emptied();
    }

    @Override
    protected ReplicaStore newStore() {
        return redis.replicaStore();
    }

    @Override
    protected Map<String, String> rows() {
        return redis.replicaRows().rows("known_note", KnownNote.class).stream()
                .collect(toMap(KnownNote::noteId, KnownNote::text));
    }
}

package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.redis.members.RedisMembersApplication;
import com.smartfitness.replication.example.redis.rewards.RedisRewardsApplication;
import com.smartfitness.replication.operations.ReplicationState.QueueState;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.testing.servers.TestRedis;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where members-service and rewards-service live: a broker, and a Redis server for each. */
record RedisSite(BrokerFacts broker, TestRedis members, TestRedis rewards) implements AutoCloseable {

    static RedisSite start() {
        return new RedisSite(
                Stores.broker().newVirtualHost("members", "rewards", Tap.USER),
                Stores.startOwnRedis(),
                Stores.startOwnRedis());
    }

    RunningService startMembers() {
        return RunningService.startWithoutStore(RedisMembersApplication.class, "members", broker, store(members));
    }

    /** Starts rewards-service and returns when its queues are bound. */
    RunningService startRewards() {
        RunningService service =
                RunningService.startWithoutStore(RedisRewardsApplication.class, "rewards", broker, store(rewards));
        Eventually.holds(
                "rewards-service consumes",
                () -> service.bean(ReplicationStatus.class).state().queues().stream()
                        .allMatch(QueueState::consuming));
        return service;
    }

    /** Starts members-service in a process of its own. */
    ChildService spawnMembers(String... further) {
        Map<String, String> settings = new LinkedHashMap<>(RunningService.settings("members", broker));
        put(settings, store(members));
        put(settings, further);
        return ChildService.start(RedisMembersApplication.class, settings);
    }

    RedisLedger ledger() {
        return new RedisLedger(user(members), user(rewards));
    }

    @Override
    public void close() {
        members.close();
        rewards.close();
    }

    private static RedisFacts user(TestRedis server) {
        return server.ensureUser("service");
    }

    private static String[] store(TestRedis server) {
        RedisFacts user = user(server);
        return new String[] {
            "spring.data.redis.host=" + user.host(),
            "spring.data.redis.port=" + user.port(),
            "spring.data.redis.username=" + user.username(),
            "spring.data.redis.password=" + user.password()
        };
    }

    private static void put(Map<String, String> settings, String... further) {
        for (String setting : further) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
    }
}

package com.smartfitness.replication.failures;

import static java.util.stream.Collectors.toMap;

import com.smartfitness.stack.RedisFacts;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import tools.jackson.databind.json.JsonMapper;

/** What two services keep in Redis. */
final class RedisLedger implements Books, AutoCloseable {

    private final RedisClient client = RedisClient.create();
    private final RedisCommands<String, String> members;
    private final RedisCommands<String, String> rewards;

    RedisLedger(RedisFacts members, RedisFacts rewards) {
        this.members = connect(members);
        this.rewards = connect(rewards);
    }

    @Override
    public long pending() {
        return members.xlen("{members}:replication:outbox:member");
    }

    @Override
    public boolean isKnown(String memberId) {
        return rewards.hexists("{rewards}:known_member", memberId);
    }

    @Override
    public long gifts(String memberId) {
        String gifts = rewards.hget("{rewards}:gift", memberId);
        return gifts == null ? 0 : Long.parseLong(gifts);
    }

    @Override
    public Differences differences() {
        return Differences.between(
                rows(members, "{members}:member", Integer::parseInt),
                rows(
                        rewards,
                        "{rewards}:known_member",
                        row -> JsonMapper.shared().readTree(row).path("visits").asInt()),
                published(),
                rows(rewards, "{rewards}:gift", Integer::parseInt));
    }

    /** Whether these are all among those of whom something was ever published. */
    boolean hasPublished(Set<String> memberIds) {
        return published().containsAll(memberIds);
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private Set<String> published() {
        return Set.copyOf(members.zrangebylex("{members}:replication:ids:member", Range.unbounded()));
    }

    private static Map<String, Integer> rows(
            RedisCommands<String, String> redis, String key, ToIntFunction<String> number) {
        return redis.hgetall(key).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, row -> number.applyAsInt(row.getValue())));
    }

    private RedisCommands<String, String> connect(RedisFacts facts) {
        return client.connect(RedisURI.builder()
                        .withHost(facts.host())
                        .withPort(facts.port())
                        .withAuthentication(facts.username(), facts.password())
                        .build())
                .sync();
    }
}

package com.smartfitness.replication.redis;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.contract.NoteEvent;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.redis.Outcome.Made;
import com.smartfitness.stack.RedisFacts;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The service that publishes the contract's events, on a Redis set up as the auto-configuration would. */
final class ServiceRedis implements AutoCloseable {

    static final ReplicationProperties PROPERTIES = Binder.get(new MockEnvironment())
            .bindOrCreate("replication", ReplicationProperties.class)
            .withService(NoteEvent.SERVICE);

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate console;
    private final RedisLink link;
    private final RedisOutbox outbox;
    private final RedisChanges changes;
    private final RedisTables tables = new RedisTables(PROPERTIES);

    private ServiceRedis(LettuceConnectionFactory connections) {
        this.connections = connections;
        this.console = new StringRedisTemplate(connections);
        this.link = new RedisLink(connections);
        this.outbox = new RedisOutbox(link, PROPERTIES);
        this.changes = new RedisChanges(
                link, NoteEvent.SERVICE, new OwnEvents(JsonMapper.shared(), PROPERTIES, Clock.systemUTC()), () -> {});
    }

    static ServiceRedis on(RedisFacts facts) {
        return new ServiceRedis(connections(facts));
    }

    /** One that waits so long for an answer. */
    static ServiceRedis on(RedisFacts facts, Duration timeout) {
        return new ServiceRedis(connections(facts, timeout));
    }

    static LettuceConnectionFactory connections(RedisFacts facts) {
        return connections(facts, Duration.ofSeconds(2));
    }

    private static LettuceConnectionFactory connections(RedisFacts facts, Duration timeout) {
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(facts.host(), facts.port());
        server.setUsername(facts.username());
        server.setPassword(facts.password());
        ClientOptions.Builder options = ClientOptions.builder().timeoutOptions(TimeoutOptions.enabled());
        RedisLink.demand(options);
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                server,
                LettuceClientConfiguration.builder()
                        .clientOptions(options.build())
                        .commandTimeout(timeout)
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    /** What somebody at the store's console would use. */
    StringRedisTemplate console() {
        return console;
    }

    RedisLink link() {
        return link;
    }

    RedisOutbox outbox() {
        return outbox;
    }

    RedisChanges changes() {
        return changes;
    }

    /** A new store object. */
    RedisReplicaStore replicaStore() {
        return new RedisReplicaStore(link, PROPERTIES, tables, JsonMapper.shared());
    }

    RedisReplicaRows replicaRows() {
        return new RedisReplicaRows(link, tables, JsonMapper.shared());
    }

    Made publish(DomainEvent... events) {
        return (Made) changes.make(ChangeScript.nothing().on().publishing(events));
    }

    /** A new process on the same connections, which finds nothing. */
    ServiceRedis emptied() {
        try (Cursor<String> keys =
                console.scan(ScanOptions.scanOptions().count(1_000).build())) {
            keys.forEachRemaining(console::delete);
        }
        return new ServiceRedis(connections);
    }

    @Override
    public void close() {
        connections.destroy();
    }
}

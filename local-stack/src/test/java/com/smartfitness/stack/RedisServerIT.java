package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisServerIT {

    private final RedisServer server = RedisServer.temporary();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void keepsDataAndUsersOverKillAndStop() {
        RedisFacts user = server.ensureUser("access-service");
        assertThat(as(user, redis -> redis.set("얼굴", "before"))).isEqualTo("OK");

        server.kill();
        assertThatThrownBy(() -> as(user, redis -> redis.get("얼굴"))).hasMessageContaining("Unable to connect");
        server.start();
        assertThat(as(user, redis -> redis.append("얼굴", " and after"))).isEqualTo("16");
        server.restart();

        assertThat(server.ensureUser("access-service")).isEqualTo(user);
        assertThat(as(user, redis -> redis.get("얼굴"))).isEqualTo("before and after");
    }

    /** Redis wraps what a script has changed in a transaction. */
    @Test
    void keepsWhatScriptsHaveChanged() {
        RedisFacts user = server.ensureUser("access-service");
        String script = "redis.call('set', 'first', '1') redis.call('set', 'second', '2') return 'OK'";
        as(user, redis -> redis.eval(script, ScriptOutputType.VALUE));

        server.kill();
        server.start();

        assertThat(as(user, redis -> redis.exists("first", "second"))).isEqualTo("2");
    }

    @Test
    void addsUsersWhileItRuns() {
        RedisFacts first = server.ensureUser("first");
        try (RedisClient client = client(first);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisFacts second = server.ensureUser("second");

            assertThat(as(second, RedisCommands::ping)).isEqualTo("PONG");
            assertThat(connection.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void refusesStrangersAndWrongPasswords() {
        RedisFacts user = server.ensureUser("access-service");

        assertThatThrownBy(() -> ping(with(user, "access-service", "guess"))).hasMessageContaining("WRONGPASS");
        assertThatThrownBy(() -> ping(with(user, "default", ""))).hasMessageContaining("WRONGPASS");
        RedisURI nameless = RedisURI.create(user.host(), user.port());
        try (RedisClient client = RedisClient.create(nameless)) {
            assertThatThrownBy(() -> client.connect().sync().get("key")).hasStackTraceContaining("NOAUTH");
        }
    }

    @Test
    void keepsServicesFromAdministeringIt() {
        RedisFacts user = server.ensureUser("access-service");

        assertThat(as(user, RedisCommands::info)).contains("redis_version");
        assertThatThrownBy(() -> as(user, RedisCommands::flushall)).hasMessageContaining("NOPERM");
        assertThatThrownBy(() -> as(user, RedisCommands::aclList)).hasMessageContaining("NOPERM");
        assertThat(as(user, redis -> redis.configGet("appendfsync"))).contains("always");
        assertThatThrownBy(() -> as(user, redis -> redis.configSet("appendfsync", "no")))
                .hasMessageContaining("NOPERM");
    }

    @Test
    void refusesAPortThatIsTaken() {
        try (RedisServer second = RedisServer.at(Path.of("/tmp/never-made"), server.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port %d is in use, so Redis cannot start", server.port());
        }
    }

    /** Lettuce may have closed a refused connection before it hears why. */
    private static void ping(RedisFacts facts) throws IOException {
        com.smartfitness.stack.RedisCommands.run(facts, "PING");
    }

    private static RedisFacts with(RedisFacts facts, String username, String password) {
        return new RedisFacts(facts.host(), facts.port(), username, password);
    }

    private static String as(RedisFacts facts, Function<RedisCommands<String, String>, Object> action) {
        try (RedisClient client = client(facts);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return String.valueOf(action.apply(connection.sync()));
        }
    }

    private static RedisClient client(RedisFacts facts) {
        return RedisClient.create(RedisURI.builder()
                .withHost(facts.host())
                .withPort(facts.port())
                .withAuthentication(facts.username(), facts.password())
                .build());
    }
}

package com.smartfitness.replication.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.smartfitness.stack.RedisFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class DurabilityCheckIT {

    private static final String EVERYBODY = "user default on >secret ~* &* +@all";

    @TempDir
    private Path directory;

    @Test
    void acceptsAStoreThatKeepsWhatItAcknowledges() {
        assertThatCode(() -> check(Stores.newRedis())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"maxmemory-policy, allkeys-lru, noeviction", "appendonly, no, yes", "appendfsync, everysec, always"})
    void refusesOneThatDoesNot(String setting, String value, String required) throws Exception {
        try (OwnRedis redis = new OwnRedis(EVERYBODY, setting + " " + value)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> check(redis.facts("default", "secret")))
                    .withMessageEndingWith("set %s %s in redis.conf; it is %s", setting, required, value);
        }
    }

    @Test
    void refusesOneThatDoesNotTell() throws Exception {
        try (OwnRedis redis = new OwnRedis(EVERYBODY, "user service on >secret ~* &* +@all -@admin")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> check(redis.facts("service", "secret")))
                    .withMessageEndingWith("with +config|get +acl|dryrun in its ACL");
        }
    }

    @Test
    void refusesOneThatWouldNotReadScriptsBack() throws Exception {
        try (OwnRedis redis = new OwnRedis("user default off", "user service on >secret ~* &* +@all")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> check(redis.facts("service", "secret")))
                    .withMessageEndingWith("user default off ~* &* +@all");
        }
    }

    private static void check(RedisFacts facts) {
        LettuceConnectionFactory connections = ServiceRedis.connections(facts);
        try {
            DurabilityCheck.require(new RedisLink(connections));
        } finally {
            connections.destroy();
        }
    }

    /** A server with settings that the fleet's never has. */
    private final class OwnRedis implements AutoCloseable {

        private final int port;
        private final Process process;

        OwnRedis(String... settings) throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            List<String> lines = new ArrayList<>(
                    List.of("port " + port, "dir " + directory, "save \"\"", "appendonly yes", "appendfsync always"));
            lines.addAll(List.of(settings));
            Path configuration = Files.write(directory.resolve("redis.conf"), lines);
            process = new ProcessBuilder("/usr/bin/redis-server", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile())
                    .start();
            Eventually.holds("it listens", () -> {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return true;
            });
        }

        RedisFacts facts(String user, String password) {
            return new RedisFacts("127.0.0.1", port, user, password);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        }
    }
}

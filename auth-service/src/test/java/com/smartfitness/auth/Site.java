package com.smartfitness.auth;

import com.smartfitness.cards.CardSandbox;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.TemporaryDirectory;
import com.smartfitness.testing.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** What instances of the service share: database, broker and key sets. */
public record Site(DatabaseFacts database, BrokerFacts broker, Path keys) {

    public static final String OPERATOR_EMAIL = "Operator@Fleet.example";
    public static final String OPERATOR_PASSWORD = "gym doors open at night";

    /** A new one on the shared servers, with users for the services that tests speak for. */
    public static Site fresh() {
        return on(Stores.postgres().newDatabase(), Stores.broker().newVirtualHost("auth", "branchowner", "helper"));
    }

    /** A running instance for tests that leave it as it is; hashes are cheap, so that signing in is. */
    public static RunningAuth shared() {
        return Shared.AUTH;
    }

    /** What the shared instance's neighbours hear and say. */
    public static BrokerFacts sharedBroker() {
        return Shared.SITE.broker();
    }

    private static final class Shared {

        private static final Site SITE = fresh();
        private static final CardSandbox CARDS = sandbox();
        private static final RunningAuth AUTH = SITE.start(
                "auth.password.memory=64",
                "auth.password.iterations=1",
                "auth.throttle.source-attempts=120",
                "auth.card-check.url=http://127.0.0.1:" + CARDS.port(),
                "auth.card-check.timeout=1s");

        private static CardSandbox sandbox() {
            try {
                return CardSandbox.start("127.0.0.1", 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(AUTH::close, "shared-auth"));
        }
    }

    public static Site on(DatabaseFacts database, BrokerFacts broker) {
        return new Site(database, broker, TemporaryDirectory.create("auth-keys"));
    }

    /** Starts an instance, with further {@code property=value} settings that win over the usual ones. */
    public RunningAuth start(String... settings) {
        Credentials user = broker.user("auth");
        Map<String, String> merged = new LinkedHashMap<>();
        merged.put("server.port", "0");
        merged.put("spring.datasource.url", database.jdbcUrl());
        merged.put("spring.datasource.username", database.username());
        merged.put("spring.datasource.password", database.password());
        merged.put("spring.rabbitmq.host", broker.host());
        merged.put("spring.rabbitmq.port", String.valueOf(broker.port()));
        merged.put("spring.rabbitmq.virtual-host", broker.virtualHost());
        merged.put("spring.rabbitmq.username", user.username());
        merged.put("spring.rabbitmq.password", user.password());
        merged.put("replication.relay.parking", "500ms");
        merged.put(
                "auth.encryption.keyset-file", keys.resolve("encryption.json").toString());
        merged.put(
                "auth.encryption.lookup-keyset-file",
                keys.resolve("lookup.json").toString());
        merged.put("auth.operator.email", OPERATOR_EMAIL);
        merged.put("auth.operator.password", OPERATOR_PASSWORD);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            merged.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        String[] arguments = merged.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new RunningAuth(SpringApplication.run(AuthApplication.class, arguments));
    }
}

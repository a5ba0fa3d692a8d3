package com.smartfitness.monitoring;

import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentRecoveredEvent;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentRemovedEvent;
import com.smartfitness.events.EquipmentUpdatedEvent;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in this process among its neighbours, asked over HTTP by users whose tokens it accepts. */
public final class RunningMonitoring implements AutoCloseable {

    /** Those that the tests speak or listen for. */
    static final String[] SERVICES = {"branchowner", "access", "monitoring"};

    private static final TestTokens TOKENS = TestTokens.create();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final OtherServices neighbours;

    @TestConfiguration
    static class Surroundings {

        @Bean
        SigningKeyStore keys() {
            return _ -> List.of(TOKENS.publicKey());
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    /** One for all tests of this JVM that leave the service as it is. */
    private static final class Shared {

        private static final RunningMonitoring SERVICE =
                start(Stores.postgres().newDatabase(), Stores.broker().newVirtualHost(SERVICES));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICE.context::close));
        }
    }

    private RunningMonitoring(ConfigurableApplicationContext context, OtherServices neighbours) {
        this.context = context;
        this.neighbours = neighbours;
    }

    public static RunningMonitoring shared() {
        return Shared.SERVICE;
    }

    /** One that the caller may do with as it likes, and closes. */
    public static RunningMonitoring start(DatabaseFacts database, BrokerFacts broker, String... settings) {
        Stream<String> given = Stream.of(
                "--server.port=0",
                "--monitoring.ping.networks=127.0.0.0/8",
                "--monitoring.ping.timeout=500ms",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.rabbitmq.host=" + broker.host(),
                "--spring.rabbitmq.port=" + broker.port(),
                "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "--spring.rabbitmq.username=" + broker.user("monitoring").username(),
                "--spring.rabbitmq.password=" + broker.user("monitoring").password());
        OtherServices neighbours = OtherServices.at(broker);
        neighbours.hear(
                "access.equipment",
                List.of(EquipmentRegisteredEvent.class, EquipmentUpdatedEvent.class, EquipmentRemovedEvent.class));
        neighbours.hear(
                "branchowner.faults", List.of(EquipmentFaultDetectedEvent.class, EquipmentRecoveredEvent.class));
        return new RunningMonitoring(
                new SpringApplicationBuilder(MonitoringApplication.class, Surroundings.class)
                        .run(Stream.concat(given, Arrays.stream(settings)).toArray(String[]::new)),
                neighbours);
    }

    public OtherServices neighbours() {
        return neighbours;
    }

    public Answer get(String path, User caller) {
        return send(request(path, caller).GET());
    }

    public Answer post(String path, String body, User caller) {
        return send(request(path, caller).POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body, String ifMatch, User caller) {
        HttpRequest.Builder request = request(path, caller).PUT(BodyPublishers.ofString(body));
        return send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
    }

    public Answer delete(String path, String ifMatch, User caller) {
        return send(request(path, caller).header("If-Match", ifMatch).DELETE());
    }

    /** Without a token, for devices and strangers. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    /** What makes tokens that the service accepts. */
    public TestTokens tokens() {
        return TOKENS;
    }

    public ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /** A request that bears the caller's token. */
    public HttpRequest.Builder request(String path, User caller) {
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "Authorization",
                        TOKENS.bearer(caller.id(), caller.role().name()))
                .header("Content-Type", "application/json");
    }
}

package com.smartfitness.mlops;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.ObjectStoreFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The service, asked over HTTP by an operator. */
public final class RunningMlops implements AutoCloseable {

    private static final TestTokens TOKENS = TestTokens.create();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningMlops(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Starts the service and waits until it would miss no event. */
    public static RunningMlops start(
            BrokerFacts broker, DatabaseFacts database, ObjectStoreFacts own, ObjectStoreFacts photos) {
        RunningMlops service = new RunningMlops(SpringApplication.run(
                MlopsApplication.class,
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.rabbitmq.host=" + broker.host(),
                "--spring.rabbitmq.port=" + broker.port(),
                "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "--spring.rabbitmq.username=" + broker.user("mlops").username(),
                "--spring.rabbitmq.password=" + broker.user("mlops").password(),
                "--objects.endpoint=" + own.endpoint(),
                "--objects.access-key=" + own.accessKey(),
                "--objects.secret-key=" + own.secretKey(),
                "--photos.endpoint=" + photos.endpoint(),
                "--photos.access-key=" + photos.accessKey(),
                "--photos.secret-key=" + photos.secretKey()));
        service.acceptTokens();
        Eventually.holds(
                "its queues are bound",
                () -> List.of("tasks", "users", "branches").stream()
                        .allMatch(queue -> Stores.broker()
                                        .admin()
                                        .bindings(broker.virtualHost(), "mlops." + queue)
                                        .size()
                                > 1));
        return service;
    }

    /** An operator's request. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "OPERATOR");
    }

    public HttpResponse<String> get(String path, String role) throws IOException, InterruptedException {
        return HTTP.send(request(path, role), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path, "OPERATOR"), BodyHandlers.ofByteArray());
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest request(String path, String role) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TOKENS.bearer("U1", role))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private void acceptTokens() {
        database()
                .sql("insert into security.known_signing_key values (?, ?::jsonb, ?, ?) on conflict do nothing")
                .params(
                        TOKENS.publicKey().getKeyID(),
                        TOKENS.publicKey().toJSONString(),
                        Timestamp.from(Instant.now().minusSeconds(60)),
                        Timestamp.from(Instant.now().plusSeconds(3600)))
                .update();
    }

    /** What a JSON answer holds. */
    public static Map<String, Object> json(HttpResponse<String> answer) {
        return JsonMapper.shared().readValue(answer.body(), new TypeReference<>() {});
    }
}

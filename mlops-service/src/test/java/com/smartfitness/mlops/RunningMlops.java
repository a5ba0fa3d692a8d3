package com.smartfitness.mlops;

import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.ObjectStoreFacts;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The service, asked over HTTP by an operator. */
public final class RunningMlops implements AutoCloseable {

    /** What signs the tokens that the service takes. */
    public static final TestTokens TOKENS = TestTokens.create();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningMlops(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Starts the service and waits until it would miss no event. */
    public static RunningMlops start(
            BrokerFacts broker,
            DatabaseFacts database,
            ObjectStoreFacts own,
            ObjectStoreFacts photos,
            String... settings) {
        Stream<String> all = Stream.concat(
                settings(broker, database, own, photos).entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue())),
                Stream.of(settings));
        RunningMlops service =
                new RunningMlops(SpringApplication.run(MlopsApplication.class, all.toArray(String[]::new)));
        service.acceptTokens();
        Eventually.holds("the service listens", service.context.getBean(ReplicationStatus.class)::isListening);
        return service;
    }

    /** What the service is told, wherever it runs. */
    public static Map<String, String> settings(
            BrokerFacts broker, DatabaseFacts database, ObjectStoreFacts own, ObjectStoreFacts photos) {
        String[] settings = {
            "server.port=0",
            "spring.datasource.url=" + database.jdbcUrl(),
            "spring.datasource.username=" + database.username(),
            "spring.datasource.password=" + database.password(),
            "spring.rabbitmq.host=" + broker.host(),
            "spring.rabbitmq.port=" + broker.port(),
            "spring.rabbitmq.virtual-host=" + broker.virtualHost(),
            "spring.rabbitmq.username=" + broker.user("mlops").username(),
            "spring.rabbitmq.password=" + broker.user("mlops").password(),
            "objects.endpoint=" + own.endpoint(),
            "objects.access-key=" + own.accessKey(),
            "objects.secret-key=" + own.secretKey(),
            "photos.endpoint=" + photos.endpoint(),
            "photos.access-key=" + photos.accessKey(),
            "photos.secret-key=" + photos.secretKey(),
            "training.nightly-at=" + LocalTime.now(ZoneOffset.UTC).plusHours(12).withNano(0),
            "training.zone=UTC",
            "training.look=100ms",
            // Other tests may want all of the machine for minutes.
            "training.gives-way=false"
        };
        return Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** An operator's request. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path, "OPERATOR").build(), BodyHandlers.ofString());
    }

    /** An operator's request with a JSON body. */
    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path, "OPERATOR")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** An operator's upload of a file. */
    public HttpResponse<String> post(String path, byte[] file) throws IOException, InterruptedException {
        HttpRequest request = request(path, "OPERATOR")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** Listens to server-sent events. */
    public LiveEvents follow(String path) {
        return LiveEvents.of(HTTP, request(path, "OPERATOR").build());
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path, "OPERATOR").build(), BodyHandlers.ofByteArray());
    }

    /** How a request with this JSON, or without a body, is answered; without a role it comes without a token. */
    public int status(String method, String path, @Nullable String role, String json)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, role)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** What the API consists of, e.g. {@code GET /api/v1/models}. */
    public Stream<String> routes() {
        return Routes.of(context).stream().filter(route -> route.contains(" /api/"));
    }

    /** Where the service answers this path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** One of its parts. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path, @Nullable String role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        return role == null ? request : request.header("Authorization", TOKENS.bearer("U1", role));
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

package com.smartfitness.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisServer;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running service, asked over HTTP. */
class AccessServiceIT {

    private static final TestTokens tokens = TestTokens.create();
    private static final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void showsItsStoreAndNoticesThatItIsStopped() throws Exception {
        try (RedisServer store = Stores.startOwnRedis();
                ConfigurableApplicationContext service = start(store)) {
            assertThat(get(service, "/actuator/health/liveness").body()).contains("UP");
            Eventually.holds(
                    "the service is ready",
                    () -> get(service, "/actuator/health/readiness").statusCode() == 200);
            assertThat(get(service, "/actuator/health").body()).contains("\"redis\":{\"status\":\"UP\"");

            store.stop();

            Eventually.holds(
                    "the store is shown to be away",
                    () -> get(service, "/actuator/health").body().contains("\"redis\":{\"status\":\"DOWN\""));
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsItsReplicationToOperators() throws Exception {
        try (RedisServer store = Stores.startOwnRedis();
                ConfigurableApplicationContext service = start(store)) {
            assertThat(get(service, "/api/v1/replication").statusCode()).isEqualTo(401);
            assertThat(get(service, "/api/v1/replication", "Authorization", tokens.bearer("U1", "HELPER"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(service, "/api/v1/replication", "Authorization", tokens.bearer("U1", "OPERATOR"))
                            .body())
                    .contains("\"service\":\"access\"");
        }
    }

    private ConfigurableApplicationContext start(RedisServer store) {
        BrokerFacts broker = Stores.broker().newVirtualHost("access");
        RedisFacts redis = store.ensureUser("access");
        return new SpringApplicationBuilder(AccessApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(SigningKeyStore.class, () -> time -> List.of(tokens.publicKey())))
                .run(
                        "--server.port=0",
                        "--spring.rabbitmq.host=" + broker.host(),
                        "--spring.rabbitmq.port=" + broker.port(),
                        "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                        "--spring.rabbitmq.username=" + broker.user("access").username(),
                        "--spring.rabbitmq.password=" + broker.user("access").password(),
                        "--replication.file=" + directory.resolve("replicas"),
                        "--spring.data.redis.host=" + redis.host(),
                        "--spring.data.redis.port=" + redis.port(),
                        "--spring.data.redis.username=" + redis.username(),
                        "--spring.data.redis.password=" + redis.password());
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String path, String... headers)
            throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

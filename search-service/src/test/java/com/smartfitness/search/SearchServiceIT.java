package com.smartfitness.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.defaults.security.RevocationStore;
import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.SearchFacts;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running service, asked over HTTP. */
class SearchServiceIT {

    private static final TestTokens tokens = TestTokens.create();
    private static final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void showsItsStoreAndNoticesThatItIsStopped() throws Exception {
        try (ElasticsearchServer store = Stores.startOwnSearch();
                ConfigurableApplicationContext service = start(store)) {
            assertThat(get(service, "/actuator/health/liveness").body()).contains("UP");
            Eventually.holds(
                    "the service is ready",
                    () -> get(service, "/actuator/health/readiness").statusCode() == 200);
            assertThat(get(service, "/actuator/health").body()).contains("\"elasticsearch\":{\"status\":\"UP\"");

            store.stop();

            Eventually.holds(
                    "the store is shown to be away",
                    () -> get(service, "/actuator/health").body().contains("\"elasticsearch\":{\"status\":\"DOWN\""));
            assertThat(get(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsItsReplicationToOperators() throws Exception {
        try (ElasticsearchServer store = Stores.startOwnSearch();
                ConfigurableApplicationContext service = start(store)) {
            assertThat(get(service, "/api/v1/replication").statusCode()).isEqualTo(401);
            assertThat(get(service, "/api/v1/replication", "Authorization", tokens.bearer("U1", "HELPER"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(service, "/api/v1/replication", "Authorization", tokens.bearer("U1", "OPERATOR"))
                            .body())
                    .contains("\"service\":\"search\"");
        }
    }

    private ConfigurableApplicationContext start(ElasticsearchServer store) {
        BrokerFacts broker = Stores.broker().newVirtualHost("search");
        SearchFacts search = store.facts();
        return new SpringApplicationBuilder(SearchApplication.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(SigningKeyStore.class, () -> time -> List.of(tokens.publicKey()));
                    // Nobody is here who could complete a replica of them.
                    beans.registerBean(RevocationStore.class, () -> time -> Map.of());
                })
                .run(
                        "--server.port=0",
                        "--spring.rabbitmq.host=" + broker.host(),
                        "--spring.rabbitmq.port=" + broker.port(),
                        "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                        "--spring.rabbitmq.username=" + broker.user("search").username(),
                        "--spring.rabbitmq.password=" + broker.user("search").password(),
                        "--replication.file=" + directory.resolve("replicas"),
                        "--elasticsearch.url=" + search.url(),
                        "--elasticsearch.api-key=" + search.apiKey());
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

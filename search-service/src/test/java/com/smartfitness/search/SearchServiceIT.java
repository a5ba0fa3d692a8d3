package com.smartfitness.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.defaults.security.RevocationStore;
import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.SearchFacts;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.RefusedTokens;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running service, asked over HTTP; also who may ask it what. */
class SearchServiceIT {

    private static final TestTokens tokens = TestTokens.create();
    private static final HttpClient http = HttpClient.newHttpClient();

    // Here it hears of nobody: no queue.
    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            GET /api/v1/replication                                          | 401       | 403      | 403    | 403          | 200
            POST /api/v1/replication/epoch                                   | 401       | 403      | 403    | 403          | 200
            GET /api/v1/replication/queues/{queue}/dead-letters              | 401       | 403      | 403    | 403          | 404
            POST /api/v1/replication/queues/{queue}/dead-letters/{id}/replay | 401       | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/queues/{queue}/dead-letters/{id}      | 401       | 403      | 403    | 403          | 404
            POST /api/v1/replication/replicas/{replica}/rebuild              | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild               | 401       | 403      | 403    | 403          | 404
            GET /api/v1/replication/replicas/{replica}/rebuild/live          | 401       | 403      | 403    | 403          | 404
            DELETE /api/v1/replication/replicas/{replica}/rebuild            | 401       | 403      | 403    | 403          | 404
            """);

    private static ElasticsearchServer store;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        store = Stores.startOwnSearch();
        service = start(store);
    }

    @AfterAll
    static void stop() {
        service.close();
        store.close();
    }

    @Test
    void showsItsStoreAndNoticesThatItIsStopped() throws Exception {
        Eventually.holds(
                "the service is ready", () -> get("/actuator/health/readiness").statusCode() == 200);
        assertThat(get("/actuator/health").body()).contains("\"elasticsearch\":{\"status\":\"UP\"");

        store.stop();

        try {
            Eventually.holds("the store is shown to be away", () -> isShown("DOWN"));
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            store.start();
        }
        Eventually.holds("the store is shown to be back", () -> isShown("UP"));
    }

    @TestFactory
    Stream<DynamicTest> keepsItsReplicationToOperators() {
        return MATRIX.tests(
                Routes.of(service).stream()
                        .filter(route -> route.contains(" /api/"))
                        .toList(),
                SearchServiceIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(uri("/")).tests(tokens, "U1", "OPERATOR", List.of("GET /api/v1/replication"));
    }

    private static int attempt(Cell cell) throws Exception {
        String path = cell.pattern()
                .replace("{queue}", "search.signing-keys")
                .replace("{id}", "none")
                .replace("{replica}", "none");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(cell.method(), BodyPublishers.noBody());
        if (!cell.isAnonymous()) {
            request.header("Authorization", tokens.bearer("U1", cell.caller()));
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static boolean isShown(String status) throws Exception {
        return get("/actuator/health").body().contains("\"elasticsearch\":{\"status\":\"%s\"".formatted(status));
    }

    private static ConfigurableApplicationContext start(ElasticsearchServer store) {
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
                        "--elasticsearch.url=" + search.url(),
                        "--elasticsearch.api-key=" + search.apiKey());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:%s%s".formatted(service.getEnvironment().getProperty("local.server.port"), path));
    }
}

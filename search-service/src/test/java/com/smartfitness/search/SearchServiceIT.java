package com.smartfitness.search;

import static com.smartfitness.search.RunningSearch.OTHERS;
import static com.smartfitness.search.RunningSearch.SERVICE;
import static com.smartfitness.search.RunningSearch.STORE;
import static com.smartfitness.search.RunningSearch.TOKENS;
import static com.smartfitness.search.RunningSearch.aCustomer;
import static com.smartfitness.search.RunningSearch.get;
import static com.smartfitness.search.RunningSearch.newId;
import static com.smartfitness.search.RunningSearch.review;
import static com.smartfitness.search.RunningSearch.reviewed;
import static com.smartfitness.search.RunningSearch.send;
import static com.smartfitness.search.RunningSearch.uri;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.ReviewUpdatedEvent;
import com.smartfitness.search.RunningSearch.Answer;
import com.smartfitness.testing.authorisation.AccessMatrix;
import com.smartfitness.testing.authorisation.AccessMatrix.Cell;
import com.smartfitness.testing.authorisation.Routes;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.RefusedTokens;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The running service: who may ask it what, and what it does without its store. */
class SearchServiceIT {

    private static final HttpClient http = HttpClient.newHttpClient();

    private static final AccessMatrix MATRIX = AccessMatrix.of("""
            route                                                            | anonymous | CUSTOMER | HELPER | BRANCH_OWNER | OPERATOR
            GET /api/v1/branches/search                                      | 401       | 200      | 200    | 200          | 200
            GET /api/v1/reviews                                              | 401       | 200      | 200    | 200          | 200
            POST /api/v1/reviews                                             | 401       | 404      | 403    | 403          | 403
            GET /api/v1/reviews/{reviewId}                                   | 401       | 404      | 404    | 404          | 404
            PUT /api/v1/reviews/{reviewId}                                   | 401       | 404      | 403    | 403          | 403
            DELETE /api/v1/reviews/{reviewId}                                | 401       | 404      | 403    | 403          | 403
            GET /api/v1/preferences                                          | 401       | 200      | 403    | 403          | 403
            PUT /api/v1/preferences                                          | 401       | 200      | 403    | 403          | 403
            GET /api/v1/notifications                                        | 401       | 200      | 403    | 403          | 403
            GET /api/v1/notifications/unread                                 | 401       | 200      | 403    | 403          | 403
            GET /api/v1/notifications/stream                                 | 401       | 200      | 403    | 403          | 403
            POST /api/v1/notifications/{notificationId}/read                 | 401       | 404      | 403    | 403          | 403
            POST /api/v1/notifications/read                                  | 401       | 200      | 403    | 403          | 403
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

    private static String customer;

    @BeforeAll
    static void signUp() {
        customer = aCustomer();
    }

    @Test
    void answersThatItsStoreIsAwayAndLosesNothing() {
        String branch = newId("B");
        OTHERS.say(new BranchEvents(branch, "O1").created());
        String id = reviewed(customer, branch, 5, "바벨이 많아요");
        assertThat(isShown("UP")).isTrue();

        STORE.kill();

        try {
            Eventually.holds("the store is shown to be away", () -> isShown("DOWN"));
            assertThat(get("/actuator/health/liveness", customer).status()).isEqualTo(200);
            for (Answer answer : List.of(
                    get("/api/v1/branches/search?q=gym", customer),
                    get("/api/v1/reviews", customer),
                    get("/api/v1/reviews/" + id, customer),
                    get("/api/v1/notifications", customer),
                    send("PUT", "/api/v1/preferences", customer, "{\"enabled\": false}"),
                    send("POST", "/api/v1/reviews", customer, review(branch, 5, "x")),
                    send("DELETE", "/api/v1/reviews/" + id, customer, null))) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text("type")).isEqualTo("urn:fleet:problem:store-unavailable");
            }
            OTHERS.say(new BranchEvents(branch + "-late", "O1").created());
        } finally {
            STORE.start();
        }

        Eventually.holds("the store is shown to be back", () -> isShown("UP"));
        assertThat(get("/api/v1/reviews/" + id, customer).text("text")).isEqualTo("바벨이 많아요");
        assertThat(send("PUT", "/api/v1/reviews/" + id, customer, "{\"rating\": 4, \"text\": \"여전히\"}")
                        .status())
                .isEqualTo(200);
        Eventually.holds(
                "others hear of it",
                () -> OTHERS.heard(ReviewUpdatedEvent.class).stream()
                        .anyMatch(event -> event.reviewId().equals(id)));
        Eventually.becomes(
                "what was said meanwhile has arrived",
                () -> send("POST", "/api/v1/reviews", customer, review(branch + "-late", 5, "x")),
                answer -> answer.status() == 403);
    }

    @TestFactory
    Stream<DynamicTest> lets() {
        return MATRIX.tests(
                Routes.of(SERVICE).stream()
                        .filter(route -> route.contains(" /api/"))
                        .toList(),
                SearchServiceIT::attempt);
    }

    @TestFactory
    Stream<DynamicTest> refusesForgedTokens() {
        return RefusedTokens.at(uri("/"))
                .tests(
                        TOKENS,
                        "U1",
                        "OPERATOR",
                        List.of("GET /api/v1/replication", "GET /api/v1/branches/search?q=gym"));
    }

    private static int attempt(Cell cell) throws Exception {
        String path = cell.pattern()
                .replace("{queue}", "search.signing-keys")
                .replace("{id}", "none")
                .replace("{reviewId}", "none")
                .replace("{notificationId}", "1")
                .replace("{replica}", "none");
        BodyPublisher body = switch (cell.method() + " " + cell.pattern()) {
            case "POST /api/v1/reviews" -> BodyPublishers.ofString(review("none", 5, "good"));
            case "PUT /api/v1/reviews/{reviewId}" -> BodyPublishers.ofString("{\"rating\": 5, \"text\": \"good\"}");
            case "PUT /api/v1/preferences" -> BodyPublishers.ofString("{\"enabled\": true}");
            case "POST /api/v1/notifications/read" -> BodyPublishers.ofString("{\"upTo\": 0}");
            default -> BodyPublishers.noBody();
        };
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path + (path.endsWith("/search") ? "?q=gym" : "")))
                .header("Content-Type", "application/json")
                .method(cell.method(), body);
        if (!cell.isAnonymous()) {
            request.header("Authorization", TOKENS.bearer(customer, cell.caller()));
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private static boolean isShown(String status) {
        return get("/actuator/health", customer)
                .body()
                .at("/components/elasticsearch/status")
                .asString("")
                .equals(status);
    }
}

package com.smartfitness.search;

import com.smartfitness.defaults.security.RevocationStore;
import com.smartfitness.defaults.security.SigningKeyStore;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service among others, started once for all tests of this JVM. */
final class RunningSearch {

    private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");

    /** The store makes each index when it is first needed, which takes long where it shares its processors. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static final TestTokens TOKENS = TestTokens.create();
    static final ElasticsearchServer STORE = Stores.startOwnSearch();
    private static final BrokerFacts BROKER = Stores.broker().newVirtualHost("search", "auth", "branchowner", "access");
    static final OtherServices OTHERS;
    static final ConfigurableApplicationContext SERVICE;

    static {
        SERVICE = started();
        // What two of its queues hear has to reach both.
        Eventually.holds("the service listens", PATIENCE, SERVICE.getBean(ReplicationStatus.class)::isListening);
        OTHERS = OtherServices.at(BROKER);
        OTHERS.hearAllOf("search", "branchowner.ears");
        Runtime.getRuntime().addShutdownHook(new Thread(STORE::close));
    }

    private RunningSearch() {}

    /** What was answered; without a body, an empty object. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String text(String member) {
            return body.path(member).asString("");
        }
    }

    private static ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(SearchApplication.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(SigningKeyStore.class, () -> time -> List.of(TOKENS.publicKey()));
                    // Nobody is here who could complete a replica of them.
                    beans.registerBean(RevocationStore.class, () -> time -> Map.of());
                })
                .run(arguments());
    }

    /** What an instance of the service is told, on a port of its own. */
    static String[] arguments(String... further) {
        Credentials user = BROKER.user("search");
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--fleet.live.keep-alive=1s",
                                "--spring.rabbitmq.host=" + BROKER.host(),
                                "--spring.rabbitmq.port=" + BROKER.port(),
                                "--spring.rabbitmq.virtual-host=" + BROKER.virtualHost(),
                                "--spring.rabbitmq.username=" + user.username(),
                                "--spring.rabbitmq.password=" + user.password(),
                                "--elasticsearch.url=" + STORE.facts().url(),
                                "--elasticsearch.api-key=" + STORE.facts().apiKey()),
                        Stream.of(further))
                .toArray(String[]::new);
    }

    /** An id that nobody else uses. */
    static String newId(String prefix) {
        return prefix + NUMBERS.incrementAndGet();
    }

    /** A customer who is known here. */
    static String aCustomer() {
        String id = newId("U");
        OTHERS.say(new UserCreatedEvent(id, Role.CUSTOMER, id, null, UserStatus.ACTIVE, MORNING));
        Eventually.becomes(
                "the customer is known",
                PATIENCE,
                () -> send("POST", "/api/v1/reviews", id, review("no-such-branch", 3, "x")),
                answer -> answer.status() != 503);
        return id;
    }

    /** The customer has passed the branch's gate. */
    static AccessGrantedEvent entered(String customer, String branch) {
        return new AccessGrantedEvent(newId("A"), branch, "G1", AccessMethod.FACE, customer, 0.9, 0.3, "m1", MORNING);
    }

    /** A customer's review of a branch that he has entered; returns its id. */
    static String reviewed(String customer, String branch, int rating, String text) {
        OTHERS.say(entered(customer, branch));
        return Eventually.becomes(
                        "the visit is known",
                        PATIENCE,
                        () -> send("POST", "/api/v1/reviews", customer, review(branch, rating, text)),
                        answer -> answer.status() == 201)
                .text("reviewId");
    }

    static String review(String branch, int rating, String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("branchId", branch, "rating", rating, "text", text));
    }

    static Answer get(String path, String customer) {
        return send("GET", path, customer, null);
    }

    /** Asks as a customer. */
    static Answer send(String method, String path, String customer, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", TOKENS.bearer(customer, "CUSTOMER"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String text = response.body().isEmpty() ? "{}" : response.body();
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(text), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:%s%s".formatted(SERVICE.getEnvironment().getProperty("local.server.port"), path));
    }
}

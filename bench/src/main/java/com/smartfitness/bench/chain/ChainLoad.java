package com.smartfitness.bench.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.events.BranchPreferenceCreatedEvent;
import com.smartfitness.events.ReviewCreatedEvent;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.testing.neighbours.AuthEvents;
import com.smartfitness.testing.neighbours.BranchEvents;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Fills a running search-service, and asks it and, with the very same queries, its store. */
public final class ChainLoad {

    private static final String SERVICE = "search-service";
    private static final String TEMPLATE = "B-template";
    private static final String CUSTOMER = "CUSTOMER";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TURNS = 10;

    /**
     * As many times as often: a service that has run for days has compiled what it does, which takes thousands of
     * searches.
     */
    private static final int WARM_UP = 3;

    private final Consumer<String> progress;
    private final List<String> jvm;
    private final Chain chain;
    private final TestTokens tokens = TestTokens.create();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param jvm options of the service's JVM */
    public ChainLoad(Consumer<String> progress, List<String> jvm, int branches, int reviews) {
        this.progress = progress;
        this.jvm = jvm;
        this.chain = new Chain(branches, reviews);
    }

    /**
     * What was found.
     *
     * @param elasticsearch its release
     * @param secondsToRead from when the last branch was said until all were shown with their reviews, and their texts read
     */
    public record Result(String elasticsearch, double secondsToRead, Latency service, Latency bare) {}

    /** Measures at so many searches a second; each way has its turn, so many seconds each time. */
    public Result run(int rate, int warmUp, int seconds) throws Exception {
        Path folder = Files.createTempDirectory("bench-chain-");
        try (ElasticsearchServer store = ElasticsearchServer.temporary();
                RabbitServer broker = RabbitServer.temporary()) {
            store.start();
            broker.start();
            BrokerDefinitions definitions =
                    new BrokerDefinitions("chain", user -> UUID.randomUUID().toString());
            List.of("search", "auth", "branchowner", "access").forEach(definitions::service);
            BrokerFacts facts = broker.admin().define(definitions);
            Prepared prepared = prepare(store, facts, folder);
            progress.accept("Starting without anybody who overhears");
            int port = ServiceProcess.freePort();
            URI service = URI.create("http://127.0.0.1:" + port);
            try (ServiceProcess _ =
                    start(facts, store.facts().url(), store.facts().apiKey(), port, folder)) {
                List<Question> questions = prepared.questions();
                List<HttpRequest> asked = IntStream.range(0, questions.size())
                        .mapToObj(number -> asked(service, questions.get(number).path(), number))
                        .toList();
                List<HttpRequest> bare = questions.stream().map(Question::bare).toList();
                progress.accept("Warming up");
                load(asked).run(WARM_UP * rate, warmUp);
                load(bare).run(WARM_UP * rate, warmUp);
                OpenLoop throughService = load(asked);
                OpenLoop straight = load(bare);
                for (int turn = 1; turn <= TURNS; turn++) {
                    progress.accept("Turn %d of %d".formatted(turn, TURNS));
                    throughService.run(rate, seconds);
                    straight.run(rate, seconds);
                }
                return new Result(
                        store.version(), prepared.secondsToRead(), throughService.latency(), straight.latency());
            }
        }
    }

    /**
     * A search.
     *
     * @param bare what the service asks its store for it
     */
    private record Question(String path, HttpRequest bare) {}

    private record Prepared(List<Question> questions, double secondsToRead) {}

    /** Fills the store, and asks everything once to overhear what the service asks of it. */
    private Prepared prepare(ElasticsearchServer store, BrokerFacts facts, Path folder) throws Exception {
        int port = ServiceProcess.freePort();
        URI service = URI.create("http://127.0.0.1:" + port);
        try (OverheardStore overheard = new OverheardStore(store.facts(), client);
                OtherServices others = OtherServices.at(facts);
                ServiceProcess _ = start(facts, overheard.url(), store.facts().apiKey(), port, folder)) {
            StoredReviews stored = new StoredReviews(store.facts(), client);
            others.say(AuthEvents.key(tokens));
            others.sayAll(AuthEvents.customers(chain.customers()));
            others.hear("branchowner.ears", List.of(ReviewCreatedEvent.class, BranchPreferenceCreatedEvent.class));
            String like = writeOne(service, others, stored);
            progress.accept("Writing %d reviews".formatted(chain.reviews()));
            stored.writeLike(like, chain);
            progress.accept("Opening %d branches".formatted(chain.branches()));
            others.sayAll(chain.opened());
            long said = System.nanoTime();
            Eventually.holds("all branches are shown and read", PATIENCE, () -> isAllRead(stored));
            double secondsToRead = (System.nanoTime() - said) / 1e9;
            return new Prepared(questions(service, overheard), secondsToRead);
        }
    }

    /** Asks everything once; what finds nothing is left out. */
    private List<Question> questions(URI service, OverheardStore overheard) {
        List<Question> questions = new ArrayList<>();
        for (String path : chain.questions()) {
            HttpRequest request = asked(service, path, questions.size());
            // The first ones may take longer than the service waits for its store.
            HttpResponse<byte[]> answer = Eventually.becomes(
                    "%s is answered".formatted(path),
                    PATIENCE,
                    () -> client.send(request, BodyHandlers.ofByteArray()),
                    reply -> reply.statusCode() == HttpURLConnection.HTTP_OK);
            if (isFound(answer)) {
                questions.add(new Question(path, overheard.last()));
            }
        }
        return questions;
    }

    /** A review as a customer writes it, which the others are made like. */
    private String writeOne(URI service, OtherServices others, StoredReviews stored) {
        String customer = chain.customers().getFirst();
        others.say(new BranchEvents(TEMPLATE, "O-bench").created());
        others.say(new AccessGrantedEvent(
                "A-bench", TEMPLATE, "G-bench", AccessMethod.FACE, customer, 0.9, 0.3, "m1", Instant.now()));
        HttpRequest review = request(service, "/api/v1/reviews", customer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"branchId": "%s", "rating": 4, "text": "샤워실이 넓어요"}""".formatted(TEMPLATE)))
                .build();
        String id = JsonMapper.shared()
                .readTree(Eventually.becomes(
                                "a review is taken",
                                PATIENCE,
                                () -> client.send(review, BodyHandlers.ofString()),
                                answer -> answer.statusCode() == 201)
                        .body())
                .get("reviewId")
                .stringValue();
        Eventually.holds("the review is shown", PATIENCE, () -> stored.isSettled(id));
        return id;
    }

    private boolean isAllRead(StoredReviews stored) throws Exception {
        return stored.count("search-known_branch", "reviews.count", true) == chain.branches() + 1
                && stored.count("search-branch-preference", "content.unread.origin", false) == chain.branches() + 1;
    }

    private ServiceProcess start(BrokerFacts facts, String store, String key, int port, Path folder)
            throws IOException, InterruptedException {
        Map<String, String> settings = ServiceProcess.settings(facts, "search", port);
        settings.put("ELASTICSEARCH_URL", store);
        settings.put("ELASTICSEARCH_APIKEY", key);
        // Replicas stay incomplete without other services.
        settings.put("MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE", "readinessState");
        return ServiceProcess.start(
                SERVICE,
                jvm,
                settings,
                folder,
                client,
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)));
    }

    private HttpRequest asked(URI service, String path, int number) {
        List<String> customers = chain.customers();
        return request(service, path, customers.get(number % customers.size())).build();
    }

    private HttpRequest.Builder request(URI service, String path, String customer) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", tokens.bearer(customer, CUSTOMER));
    }

    private OpenLoop load(List<HttpRequest> requests) {
        return new OpenLoop(client, number -> requests.get(number % requests.size()), (_, answer) -> isFound(answer));
    }

    private static boolean isFound(HttpResponse<byte[]> answer) {
        return answer.statusCode() == HttpURLConnection.HTTP_OK
                && new String(answer.body(), UTF_8).contains("\"branchId\"");
    }
}

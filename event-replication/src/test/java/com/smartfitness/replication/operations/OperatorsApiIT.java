package com.smartfitness.replication.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.PlainClient;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OperatorsApiIT {

    private static final String JOINED = "members.member-joined.v1";
    private static final String QUEUE = "rewards.members";
    private static final String REBUILD = "/replicas/rewards.members/rebuild";
    private static final String LETTERS = "/queues/rewards.members/dead-letters";

    private static RunningService members;
    private static RunningService rewards;
    private static PlainClient source;
    private static Operator operator;

    @BeforeAll
    static void start() throws Exception {
        BrokerFacts broker = Stores.broker().newVirtualHost("members", "rewards");
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
        rewards = RunningService.start(
                RewardsApplication.class, "rewards", broker, Stores.postgres().newDatabase());
        source = PlainClient.of(broker, "members");
        operator = new Operator(rewards);
        Eventually.holds(
                "the replica is ready",
                () -> operator.get("").path("replicas").path(0).path("ready").asBoolean());
    }

    @AfterAll
    static void stop() throws Exception {
        source.close();
        rewards.close();
        members.close();
    }

    @Test
    void tellsTheState() throws Exception {
        JsonNode state = operator.get("");

        assertThat(state.path("service").asString()).isEqualTo("rewards");
        assertThat(state.path("brokerConnected").asBoolean()).isTrue();
        assertThat(state.path("outbox").path("epoch").asInt()).isOne();
        assertThat(state.path("outbox").path("pending").asInt()).isZero();
        assertThat(state.path("queues").size()).isEqualTo(3);
        assertThat(state.path("replicas").path(0).path("name").asString()).isEqualTo(QUEUE);
        assertThat(state.path("replicas").path(0).path("source").asString()).isEqualTo("members");
        assertThat(state.path("replicas")
                        .path(0)
                        .path("progress")
                        .path("everComplete")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void rebuilds() throws Exception {
        long before = operator.get(REBUILD).path("generation").asLong();

        HttpResponse<String> answer = operator.send("POST", REBUILD);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/replication/replicas/rewards.members/rebuild");
        assertThat(Operator.body(answer).path("generation").asLong()).isGreaterThan(before);
        HttpResponse<String> stream = operator.send("GET", REBUILD + "/live");
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(stream.body()).contains("event:ended").contains("\"running\":false");
        assertThat(operator.get(REBUILD).path("reason").asString()).isEqualTo("WANTED");
    }

    @Test
    void cancelsRebuilds() throws Exception {
        Eventually.holds(
                "nothing runs", () -> !operator.get(REBUILD).path("running").asBoolean());
        HttpResponse<String> idle = operator.send("DELETE", REBUILD);
        assertThat(idle.statusCode()).isEqualTo(409);
        assertThat(Operator.body(idle).path("type").asString()).isEqualTo("urn:fleet:problem:not-cancellable");

        operator.send("POST", REBUILD);
        HttpResponse<String> answer = operator.send("DELETE", REBUILD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Operator.body(answer).path("reason").asString()).isEqualTo("CANCELLED");
        assertThat(operator.get("").path("replicas").path(0).path("ready").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST ", "GET ", "DELETE ", "GET /live"})
    void knowsNoOtherReplicas(String request) throws Exception {
        String[] parts = request.split(" ", 2);

        HttpResponse<String> answer = operator.send(parts[0], "/replicas/members.members/rebuild" + parts[1]);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Operator.body(answer).path("type").asString()).isEqualTo("urn:fleet:problem:replica-not-found");
    }

    @Test
    void countsDeadLetters() throws Exception {
        publish("A-counted", "no event");

        letter("A-counted");
        Eventually.holds("it is counted", () -> deadLetters() > 0);
    }

    @Test
    void appliesALetterThatIsReplayedAfterTheRepair() throws Exception {
        publish("A-visitor", member("A-visitor", 2_000_000));
        JsonNode letter = letter("A-visitor");
        assertThat(letter.path("attempts").asInt()).isEqualTo(3);
        assertThat(letter.path("type").asString()).isEqualTo(JOINED);
        assertThat(letter.path("cause").asString()).contains("DataIntegrityViolation");
        rewards.database()
                .sql("alter table known_member drop constraint known_member_visits_check")
                .update();

        HttpResponse<String> answer = operator.send("POST", path(letter) + "/replay");

        assertThat(answer.statusCode()).isEqualTo(202);
        Eventually.holds("it is applied", () -> known("A-visitor") == 1);
        assertThat(about("A-visitor")).isEmpty();
        assertThat(operator.send("POST", path(letter) + "/replay").statusCode()).isEqualTo(404);
    }

    @Test
    void countsAReplayAsAFirstAttempt() throws Exception {
        publish("A-again", "{\"memberId\":\"A-again\",\"visits\":1}");
        JsonNode letter = letter("A-again");

        operator.send("POST", path(letter) + "/replay");

        Eventually.holds(
                "it is dead again",
                () -> about("A-again").size() == 1
                        && !about("A-again").getFirst().path("id").equals(letter.path("id")));
        assertThat(about("A-again").getFirst().path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void discards() throws Exception {
        publish("A-discarded", "no event");
        JsonNode letter = letter("A-discarded");

        assertThat(operator.send("DELETE", path(letter)).statusCode()).isEqualTo(204);

        assertThat(about("A-discarded")).isEmpty();
        assertThat(operator.send("DELETE", path(letter)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001"})
    void refusesLimits(String limit) throws Exception {
        HttpResponse<String> answer = operator.send("GET", LETTERS + "?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Operator.body(answer).path("type").asString()).isEqualTo("urn:fleet:problem:illegal-limit");
    }

    @Test
    void refusesWhatIsNoLimit() throws Exception {
        assertThat(operator.send("GET", LETTERS + "?limit=many").statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoOtherQueues() throws Exception {
        HttpResponse<String> answer = operator.send("GET", "/queues/members.snapshot-requests/dead-letters");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Operator.body(answer).path("detail").asString()).contains("members.snapshot-requests");
    }

    @Test
    void knowsNoOtherLetters() throws Exception {
        for (HttpResponse<String> answer : List.of(
                operator.send("POST", LETTERS + "/unknown/replay"), operator.send("DELETE", LETTERS + "/unknown"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Operator.body(answer).path("type").asString())
                    .isEqualTo("urn:fleet:problem:dead-letter-not-found");
        }
    }

    @Test
    void measures() throws Exception {
        members.bean(Members.class).join("A-measured", "Quon");
        publish("A-measured", member("A-measured", 0));
        publish("A-retried", "{\"memberId\":\"A-retried\",\"visits\":1}");
        letter("A-retried");

        MeterRegistry source = members.bean(MeterRegistry.class);
        MeterRegistry copy = rewards.bean(MeterRegistry.class);
        Eventually.holds(
                "sent",
                () -> source.get("replication.relay.sent")
                                .tag("type", JOINED)
                                .counter()
                                .count()
                        >= 1);
        Eventually.holds("stale", () -> count(copy, "stale") >= 1);
        assertThat(count(copy, "applied")).isPositive();
        assertThat(count(copy, "retried")).isGreaterThanOrEqualTo(2);
        assertThat(count(copy, "dead")).isPositive();
        assertThat(source.get("replication.relay.active").gauge().value()).isOne();
        assertThat(source.get("replication.outbox.pending").gauge().value()).isZero();
        assertThat(copy.get("replication.lag")
                        .tags("queue", QUEUE, "source", "members")
                        .timer()
                        .count())
                .isPositive();
        assertThat(copy.get("replication.lag.recent")
                        .tags("queue", QUEUE, "source", "members", "quantile", "0.99")
                        .gauge()
                        .value())
                .isPositive();
        JsonNode queue = queue();
        assertThat(queue.path("retried").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(queue.path("dead").asInt()).isPositive();
        assertThat(queue.path("drifted").isNumber()).isTrue();
        JsonNode pair = queue.path("sources").path(0);
        assertThat(pair.path("source").asString()).isEqualTo("members");
        assertThat(pair.path("lagTailMillis").asLong(-1))
                .isGreaterThanOrEqualTo(pair.path("lagMedianMillis").asLong());
        assertThat(Instant.parse(pair.path("lastHeard").asString()))
                .isAfterOrEqualTo(Instant.parse(pair.path("lastApplied").asString()));
    }

    private static double count(MeterRegistry registry, String what) {
        return registry.get("replication.consumer." + what)
                .tag("queue", QUEUE)
                .counter()
                .count();
    }

    private static void publish(String id, String body) throws Exception {
        source.publish(
                JOINED,
                body,
                Map.of("source", "/members-service", "type", JOINED, "subject", id, "aggregateversion", "1.1"));
    }

    private static String member(String id, int visits) {
        return "{\"memberId\":\"%s\",\"name\":\"Quon\",\"visits\":%d}".formatted(id, visits);
    }

    private static JsonNode letter(String subject) {
        return Eventually.becomes("a dead letter for " + subject, () -> about(subject), found -> found.size() == 1)
                .getFirst();
    }

    private static List<JsonNode> about(String subject) throws Exception {
        return operator.get(LETTERS + "?limit=1000")
                .valueStream()
                .filter(letter -> letter.path("subject").asString("").equals(subject))
                .toList();
    }

    private static String path(JsonNode letter) {
        return LETTERS + "/" + letter.path("id").asString();
    }

    private static long deadLetters() throws Exception {
        return queue().path("deadLetters").asLong(0);
    }

    private static JsonNode queue() throws Exception {
        return operator.get("")
                .path("queues")
                .valueStream()
                .filter(queue -> queue.path("queue").asString().equals(QUEUE))
                .findFirst()
                .orElseThrow();
    }

    private static int known(String memberId) {
        return rewards.database()
                .sql("select count(*) from known_member where member_id = ?")
                .params(memberId)
                .query(Integer.class)
                .single();
    }
}

package com.smartfitness.replication.consumer;

import static com.smartfitness.replication.consumer.JoinedMessage.attributes;
import static com.smartfitness.replication.consumer.JoinedMessage.member;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.Letters;
import com.smartfitness.replication.PlainClient;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.consumer.FragileRewards.Greeting;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message comes to that cannot be handled, published by its rightful source. */
class PoisonIT {

    private static final String JOINED = "members.member-joined.v1";
    private static final String REPLICA = "rewards.members";
    private static final int ALL_ATTEMPTS = 3;

    private static BrokerFacts broker;
    private static RunningService members;
    private static RunningService rewards;
    private static PlainClient source;

    @BeforeAll
    static void start() throws Exception {
        broker = Stores.broker().newVirtualHost("members", "rewards");
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
        rewards = RunningService.start(
                FragileRewards.class,
                "rewards",
                broker,
                Stores.postgres().newDatabase(),
                "replication.consumer.max-message-size=4KB");
        source = PlainClient.of(broker, "members");
        Eventually.holds("the replica is complete", () -> replicaIsComplete());
    }

    @AfterAll
    static void stop() throws Exception {
        source.close();
        rewards.close();
        members.close();
    }

    @Test
    void retriesRowThatTheTableRefusesAndThenGivesItUp() throws Exception {
        Instant before = Instant.now();

        publish("P-refused", JOINED, member("P-refused", "Ahn", "2000000"));
        members.bean(Members.class).join("P-next", "Baek");

        Eventually.holds("the next member is known", () -> knows("P-next"));
        DeadLetter letter = onlyLetter(REPLICA, "P-refused");
        assertThat(letter.attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(letter.cause()).contains("DataIntegrityViolationException");
        assertThat(letter.type()).isEqualTo(JOINED);
        assertThat(letter.publishedBy()).isEqualTo("members-service");
        assertThat(Duration.between(before, Instant.parse(letter.failedAt()))).isGreaterThan(Duration.ofMillis(600));
        assertThat(knows("P-refused")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"throws, IllegalStateException", "checked, IllegalStateException", "swallows, UncategorizedSQL"})
    void retriesWhatItsHandlerThrowsOnAndThenGivesItUp(String name, String cause) {
        String poison = "P-" + name;

        members.bean(Members.class).join(poison, name);
        members.bean(Members.class).join(poison + "-next", "Cho");

        Eventually.holds("the next is greeted", () -> greeting().greeted.contains(poison + "-next"));
        DeadLetter letter = onlyLetter(FragileRewards.QUEUE, poison);
        assertThat(letter.attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(letter.cause()).contains(cause);
        assertThat(Collections.frequency(greeting().attempted, poison)).isEqualTo(ALL_ATTEMPTS);
        assertThat(greeting().greeted).doesNotContain(poison);
    }

    @Test
    void handlesOnALaterAttempt() {
        members.bean(Members.class).join("P-once", "once");

        Eventually.holds("the second attempt succeeds", () -> greeting().greeted.contains("P-once"));
        assertThat(new Letters(rewards, FragileRewards.QUEUE).about("P-once")).isEmpty();
    }

    @Test
    void outlivesErrorsOfAHandler() {
        members.bean(Members.class).join("P-error", "error");
        members.bean(Members.class).join("P-after-error", "Do");

        Eventually.holds("the next is greeted", () -> greeting().greeted.contains("P-after-error"));
        assertThat(onlyLetter(FragileRewards.QUEUE, "P-error").cause()).contains("StackOverflowError");
    }

    @Test
    void setsAsideOnceHoweverOftenTheStoreIsAwayForTheRest() {
        greeting().storeFailures.set(3);
        source(List.of(
                Map.entry("P-bad", member("P-bad", "throws", "0")),
                Map.entry("P-away", member("P-away", "store-away", "0"))));

        Eventually.holds("the store is back", () -> greeting().greeted.contains("P-away"));
        onlyLetter(FragileRewards.QUEUE, "P-bad");
        assertThat(Collections.frequency(greeting().attempted, "P-bad")).isEqualTo(ALL_ATTEMPTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "truncated; {\"memberId\":\"P-truncated\",\"name\":",
                "nothing; ''",
                "null; null",
                "list; [1,2]",
                "wrong-type; {\"memberId\":\"P-wrong-type\",\"name\":\"Eom\",\"visits\":\"many\"}",
                "fraction; {\"memberId\":\"P-fraction\",\"name\":\"Eom\",\"visits\":{\"n\":1}}",
                "no-number; {\"memberId\":\"P-no-number\",\"name\":\"Eom\"}",
                "null-number; {\"memberId\":\"P-null-number\",\"name\":\"Eom\",\"visits\":null}",
                "no-id; {\"name\":\"Eom\",\"visits\":0}",
                "other-id; {\"memberId\":\"P-somebody\",\"name\":\"Eom\",\"visits\":0}",
                "twice; {\"memberId\":\"P-twice\",\"name\":\"Eom\",\"visits\":0}{}",
            })
    void givesUpAtOnceWhatIsNoEvent(String kind, String body) throws Exception {
        String id = "P-" + kind;

        publish(id, JOINED, body);

        DeadLetter letter = onlyLetter(REPLICA, id);
        assertThat(letter.attempts()).isOne();
        assertThat(letter.cause()).contains("MalformedEventException");
        assertThat(letter.data()).isEqualTo(body);
        assertThat(knows(id)).isFalse();
        assertThat(knows("P-somebody")).isFalse();
    }

    @Test
    void retriesAbsentTextBecauseTheTableMayLearnToTakeIt() throws Exception {
        publish("P-nameless", JOINED, "{\"memberId\":\"P-nameless\",\"visits\":0}");

        assertThat(onlyLetter(REPLICA, "P-nameless").attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(knows("P-nameless")).isFalse();
    }

    @Test
    void givesUpAtOnceWhatIsTooLarge() throws Exception {
        publish("P-large", JOINED, member("P-large", "F".repeat(5_000), "0"));

        DeadLetter letter = onlyLetter(REPLICA, "P-large");
        assertThat(letter.attempts()).isOne();
        assertThat(letter.cause()).contains("more than 4096");
        assertThat(knows("P-large")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"time, yesterday", "aggregateversion, 7", "aggregateversion, 1.-7", "sequence, first"})
    void givesUpAtOnceWhoseAttributesCannotBeRead(String attribute, String value) throws Exception {
        String id = "P-" + attribute + value;
        Map<String, String> attributes = attributes(id, JOINED);
        attributes.put(attribute, value);

        source.publish(JOINED, member(id, "Gil", "0"), attributes);

        assertThat(onlyLetter(REPLICA, id).attempts()).isOne();
        assertThat(knows(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"members.member-joined.v2", "members.member-promoted.v1"})
    void retriesWhatANewerReleaseMayHandle(String type) throws Exception {
        try (PlainClient leftOver = PlainClient.of(broker, "rewards")) {
            leftOver.channel().queueBind(REPLICA, "fleet.events", type);
        }

        publish("P-" + type, type, member("P-" + type, "Ha", "0"));

        DeadLetter letter = onlyLetter(REPLICA, "P-" + type);
        assertThat(letter.attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(letter.cause()).contains("UnknownTypeException", type);
        assertThat(knows("P-" + type)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "1000"})
    void countsAttemptsItselfWhateverTheSourceSays(int stated) throws Exception {
        String id = "P-stated" + stated;
        BasicProperties properties = JoinedMessage.with(source, "fleet-attempts", stated, attributes(id, JOINED));

        source.publish("fleet.events", JOINED, properties, member(id, "Im", "2000000"));

        assertThat(onlyLetter(REPLICA, id).attempts()).isEqualTo(ALL_ATTEMPTS);
    }

    @Test
    void keepsCopiesFromFollowingWhatIsSetAside() throws Exception {
        BasicProperties properties = JoinedMessage.with(source, "CC", List.of(REPLICA), attributes("P-copied", JOINED));

        source.publish("fleet.events", JOINED, properties, "no event");
        onlyLetter(REPLICA, "P-copied");
        source.publish(JOINED, "no event", attributes("P-after-copied", JOINED));

        onlyLetter(REPLICA, "P-after-copied");
        onlyLetter(REPLICA, "P-copied");
    }

    @Test
    void appliesTheOthersOfALargeBatch() {
        source(IntStream.range(0, 400)
                .mapToObj(i -> Map.entry("B" + i, member("B" + i, "Jang", i == 133 || i == 301 ? "1000000" : "1")))
                .toList());

        Eventually.holds("the last but the poison is known", () -> known("B%") == 398);
        assertThat(onlyLetter(REPLICA, "B133").attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(onlyLetter(REPLICA, "B301").attempts()).isEqualTo(ALL_ATTEMPTS);
        assertThat(new Letters(rewards, REPLICA).all())
                .extracting(DeadLetter::subject)
                .filteredOn(subject -> String.valueOf(subject).startsWith("B"))
                .containsExactlyInAnyOrder("B133", "B301");
    }

    private static void source(List<Map.Entry<String, String>> events) {
        try {
            for (Map.Entry<String, String> event : events) {
                source.channel()
                        .basicPublish(
                                "fleet.events",
                                JOINED,
                                source.properties(attributes(event.getKey(), JOINED))
                                        .build(),
                                event.getValue().getBytes(StandardCharsets.UTF_8));
            }
            source.channel().waitForConfirmsOrDie(30_000);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void publish(String id, String type, String body) throws Exception {
        source.publish(type, body, attributes(id, type));
    }

    private static Greeting greeting() {
        return rewards.bean(Greeting.class);
    }

    private static DeadLetter onlyLetter(String queue, String id) {
        return new Letters(rewards, queue).only(id);
    }

    private static boolean knows(String memberId) {
        return known(memberId) == 1;
    }

    private static int known(String like) {
        return rewards.database()
                .sql("select count(*) from known_member where member_id like ?")
                .params(like)
                .query(Integer.class)
                .single();
    }

    private static boolean replicaIsComplete() {
        return rewards.database()
                .sql("select ever_complete from replication.replica where name = ?")
                .params(REPLICA)
                .query(Boolean.class)
                .single();
    }
}

package com.smartfitness.replication.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.Letters;
import com.smartfitness.replication.PlainClient;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody speaks for another, even where the broker lets a message through. */
class ForgedSenderIT {

    private static final String JOINED = "members.member-joined.v1";
    private static final String QUEUE = "rewards.members";
    private static final String CHUNK_KEY = "other.snapshot-chunk.rewards.members";

    private static BrokerFacts broker;
    private static RunningService members;
    private static RunningService rewards;
    private static PlainClient intruder;
    private static PlainClient other;

    @BeforeAll
    static void start() throws Exception {
        broker = Stores.broker()
                .newVirtualHost(users -> users.service("members")
                        .service("rewards")
                        .service("other")
                        .producer("intruder", JOINED));
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
        rewards = RunningService.start(
                RewardsApplication.class, "rewards", broker, Stores.postgres().newDatabase());
        intruder = PlainClient.of(broker, "intruder");
        other = PlainClient.of(broker, "other");
        Eventually.holds("the replica is complete", () -> completed() == 1);
    }

    @AfterAll
    static void stop() throws Exception {
        intruder.close();
        other.close();
        rewards.close();
        members.close();
    }

    @ParameterizedTest
    @CsvSource({
        "F-source, /members-service, members.member-joined.v1, 1.1, The source is /members-service",
        "F-outside, /intruder, members.member-joined.v1, , takes no events from producers outside",
        "F-version, /intruder, members.member-joined.v1, 9.9, Only the owner",
        "F-type, /intruder, members.member-left.v1, , Only the owner",
        "F-none, , members.member-joined.v1, , takes no events from producers outside",
    })
    void isDeadAtOnce(String id, String source, String type, String version, String cause) throws Exception {
        Map<String, String> attributes = new HashMap<>(Map.of("subject", id, "type", type));
        if (source != null) {
            attributes.put("source", source);
        }
        if (version != null) {
            attributes.put("aggregateversion", version);
        }

        intruder.publish(JOINED, member(id), attributes);

        DeadLetter letter = new Letters(rewards, QUEUE).only(id);
        assertThat(letter.attempts()).isOne();
        assertThat(letter.cause()).contains(cause);
        assertThat(letter.publishedBy()).isEqualTo("intruder");
        assertThat(isKnown(id)).isFalse();
    }

    @Test
    void isDeadAtOnceWithoutAUserThatTheBrokerVouchesFor() throws Exception {
        BasicProperties nameless =
                intruder.properties(owned("F-nameless")).userId(null).build();

        intruder.publish(BrokerDefinitions.EVENTS, JOINED, nameless, member("F-nameless"));

        DeadLetter letter = new Letters(rewards, QUEUE).only("F-nameless");
        assertThat(letter.cause()).contains("the broker's user was not stated");
        assertThat(letter.publishedBy()).isNull();
        assertThat(isKnown("F-nameless")).isFalse();
    }

    @Test
    void cannotNameAnotherPublisherOfWhatItPublishes() throws Exception {
        BasicProperties properties = intruder.properties(owned("F-by")).build();
        Map<String, Object> headers = new HashMap<>(properties.getHeaders());
        headers.put("fleet-published-by", "members-service");

        intruder.publish(
                BrokerDefinitions.EVENTS,
                JOINED,
                properties.builder().headers(headers).build(),
                member("F-by"));

        assertThat(new Letters(rewards, QUEUE).only("F-by").publishedBy()).isEqualTo("intruder");
        assertThat(isKnown("F-by")).isFalse();
    }

    @Test
    void staysDeadWhenItIsReplayed() throws Exception {
        intruder.publish(JOINED, member("F-replayed"), owned("F-replayed"));
        DeadLetter first = new Letters(rewards, QUEUE).only("F-replayed");

        rewards.bean(DeadLetters.class).replay(QUEUE, first.id());

        DeadLetter second = Eventually.becomes(
                        "dead again",
                        () -> new Letters(rewards, QUEUE).about("F-replayed"),
                        letters ->
                                letters.size() == 1 && !letters.getFirst().id().equals(first.id()))
                .getFirst();
        assertThat(second.publishedBy()).isEqualTo("intruder");
        assertThat(second.type()).isEqualTo(JOINED);
        assertThat(second.attempts()).isOne();
        assertThat(isKnown("F-replayed")).isFalse();
    }

    @Test
    void reachesNoQueueWithAChunkOfItsOwn() throws Exception {
        other.publish(BrokerDefinitions.REPLICATION, CHUNK_KEY, chunk(), "{}");

        assertThat(new Letters(rewards, QUEUE).about("F-unbound")).isEmpty();
        assertThat(isKnown("F-unbound")).isFalse();
    }

    @Test
    void changesNothingWithAChunkThatABindingLetsIn() throws Exception {
        try (PlainClient owner = PlainClient.of(broker, "rewards")) {
            owner.channel().queueBind(QUEUE, BrokerDefinitions.REPLICATION, CHUNK_KEY);
        }
        String row = "{\"id\":\"F-chunk\",\"type\":\"%s\",\"version\":1,\"time\":\"2024-01-20T10:00:00Z\",\"data\":%s}"
                .formatted(JOINED, member("F-chunk"));
        String body = "{\"aggregate\":\"member\",\"generation\":1,\"epoch\":1,\"rows\":[%s]}".formatted(row);

        other.publish(BrokerDefinitions.REPLICATION, CHUNK_KEY, chunk(), body);

        assertThat(new Letters(rewards, QUEUE).only(QUEUE).attempts()).isOne();
        assertThat(isKnown("F-chunk")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "R-null; null",
                "R-empty; {}",
                "R-text; snapshot",
                "R-foreign; {\"replica\":\"rewards.members\",\"aggregate\":\"member\",\"generation\":1}",
            })
    void asksForNoSnapshotOfSomebodyElse(String subject, String body) throws Exception {
        Map<String, String> attributes = Map.of(
                "source", "/other-service", "type", "other.replication-snapshot-requested.v1", "subject", subject);

        other.publish(
                BrokerDefinitions.REPLICATION,
                "other.snapshot-request.members",
                other.properties(attributes).build(),
                body);

        assertThat(new Letters(members, "members.snapshot-requests")
                        .only(subject)
                        .attempts())
                .isOne();
    }

    private static BasicProperties chunk() {
        return other.properties(Map.of(
                        "source", "/other-service",
                        "type", "members.replication-snapshot-chunk.v1",
                        "subject", QUEUE))
                .build();
    }

    private static Map<String, String> owned(String id) {
        return Map.of("source", "/members-service", "type", JOINED, "subject", id, "aggregateversion", "1.1");
    }

    private static String member(String id) {
        return "{\"memberId\":\"%s\",\"name\":\"Noh\",\"visits\":0}".formatted(id);
    }

    private static boolean isKnown(String memberId) {
        List<String> found = rewards.database()
                .sql("select member_id from known_member where member_id = ?")
                .params(memberId)
                .query(String.class)
                .list();
        return !found.isEmpty();
    }

    private static int completed() {
        return rewards.database()
                .sql("select count(*) from replication.replica where ever_complete")
                .query(Integer.class)
                .single();
    }
}

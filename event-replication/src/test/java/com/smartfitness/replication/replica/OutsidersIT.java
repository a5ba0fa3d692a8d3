package com.smartfitness.replication.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.Letters;
import com.smartfitness.replication.PlainClient;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.members.Plans;
import com.smartfitness.replication.example.partners.PlanRewards;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events from a producer that knows nothing of CloudEvents, where a replica takes them. */
class OutsidersIT {

    private static final String OFFERED = "members.plan-offered.v1";
    private static final String HEARTBEAT = "members.replication-heartbeat.v1";
    private static final String QUEUE = "rewards.plans";

    private static BrokerFacts broker;
    private static RunningService members;
    private static RunningService rewards;
    private static PlainClient partner;

    @BeforeAll
    static void start() throws Exception {
        broker = Stores.broker()
                .newVirtualHost(
                        users -> users.service("members").service("rewards").producer("partner", OFFERED, HEARTBEAT));
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
        rewards = RunningService.start(
                PlanRewards.class, "rewards", broker, Stores.postgres().newDatabase());
        partner = PlainClient.of(broker, "partner");
        Eventually.holds("the replica is complete", () -> generationCompleted() >= 1);
    }

    @AfterAll
    static void stop() throws Exception {
        partner.close();
        rewards.close();
        members.close();
    }

    @Test
    void insertsWhatIsAbsentAndNothingTwice() throws Exception {
        publish("O-new", "Gold");
        publish("O-new", "Silver");
        publish("O-new-end", "-");

        Eventually.holds("all three were handled", () -> name("O-new-end").equals("-"));
        assertThat(name("O-new")).isEqualTo("Gold");
    }

    @Test
    void givesWayToTheOwner() throws Exception {
        publish("O-owned", "Gold");
        Eventually.holds("the outsider's is known", () -> name("O-owned").equals("Gold"));

        members.bean(Plans.class).offer("O-owned", "Platinum");

        Eventually.holds("the owner's is known", () -> name("O-owned").equals("Platinum"));
    }

    @Test
    void neverOverwritesTheOwner() throws Exception {
        members.bean(Plans.class).offer("O-real", "Platinum");
        members.bean(Plans.class).offer("O-gone", "Platinum");
        members.bean(Plans.class).withdraw("O-gone");
        members.bean(Plans.class).offer("O-real-next", "-");
        Eventually.holds("the owner's are known", () -> name("O-real-next").equals("-"));

        publish("O-real", "Gold");
        publish("O-gone", "Gold");
        publish("O-real-end", "-");

        Eventually.holds("the outsider's were handled", () -> name("O-real-end").equals("-"));
        assertThat(name("O-real")).isEqualTo("Platinum");
        assertThat(name("O-gone")).isEmpty();
    }

    @Test
    void keepsOutsidersThroughASnapshot() throws Exception {
        publish("O-kept", "Gold");
        Eventually.holds("the outsider's is known", () -> name("O-kept").equals("Gold"));
        long before = generationCompleted();

        Stores.broker().admin().deleteQueue(broker.virtualHost(), QUEUE);

        Eventually.holds("a snapshot has ended", () -> generationCompleted() > before);
        assertThat(name("O-kept")).isEqualTo("Gold");
    }

    @Test
    void hearsNoHeartbeatFromOutside() throws Exception {
        partner.publish(
                BrokerDefinitions.EVENTS,
                HEARTBEAT,
                new BasicProperties.Builder().contentType("application/json").build(),
                "{\"epoch\":99,\"sequences\":{}}");

        Eventually.holds(
                "it is among the dead letters",
                () -> new Letters(rewards, QUEUE)
                        .all().stream().anyMatch(letter -> letter.type().equals(HEARTBEAT)));
        assertThat(epoch()).isOne();
    }

    @Test
    void letsNoOutsiderStateAVersion() throws Exception {
        partner.publish(
                OFFERED,
                "{\"planId\":\"O-stated\",\"name\":\"Gold\"}",
                Map.of("source", "/partner", "type", OFFERED, "subject", "O-stated", "aggregateversion", "1.9"));

        assertThat(new Letters(rewards, QUEUE).only("O-stated").attempts()).isOne();
        assertThat(name("O-stated")).isEmpty();
    }

    private static void publish(String planId, String name) throws Exception {
        partner.publish(
                BrokerDefinitions.EVENTS,
                OFFERED,
                new BasicProperties.Builder().contentType("application/json").build(),
                "{\"planId\":\"%s\",\"name\":\"%s\",\"colour\":\"red\"}".formatted(planId, name));
    }

    private static String name(String planId) {
        List<String> names = rewards.database()
                .sql("select name from known_plan where plan_id = ?")
                .params(planId)
                .query(String.class)
                .list();
        return names.isEmpty() ? "" : names.getFirst();
    }

    private static long generationCompleted() {
        return rewards.database()
                .sql("select case when running then generation - 1 else generation end"
                        + " from replication.replica where name = ?")
                .params(QUEUE)
                .query(Long.class)
                .single();
    }

    private static long epoch() {
        return rewards.database()
                .sql("select epoch from replication.replica where name = ?")
                .params(QUEUE)
                .query(Long.class)
                .single();
    }
}

package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand messages in no order, many of them twice, through a real broker into a running service. */
class RandomDeliveriesIT {

    private static final int MESSAGES = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Set {@code -Dreplication.histories=<number>} for another history than that of every build. */
    private static final long HISTORY = Long.getLong("replication.histories", 4211);

    private static BrokerFacts broker;
    private static RunningService rewards;

    @BeforeAll
    static void start() {
        broker = Stores.broker().newVirtualHost("members", "rewards");
        rewards = RunningService.start(
                RewardsApplication.class, "rewards", broker, Stores.postgres().newDatabase());
        rewards.awaitListening();
    }

    @AfterAll
    static void stop() {
        rewards.close();
    }

    @Test
    void leaveTheReplicaEqualToItsSourceAndOneGiftForEachJoining() throws Exception {
        RandomMembers members = new RandomMembers(new Random(HISTORY));

        send(members.events(MESSAGES));

        Eventually.becomes(
                "history " + HISTORY + " is known", LIMIT, RandomDeliveriesIT::knownMembers, members.present()::equals);
        Eventually.becomes("all gifts are given", LIMIT, RandomDeliveriesIT::gifts, members.joinings()::equals);
        assertThat(knownMembers()).isEqualTo(members.present());
    }

    private static void send(List<CloudEvent> events) throws Exception {
        try (PlainClient members = PlainClient.of(broker, "members")) {
            for (CloudEvent event : events) {
                members.channel()
                        .basicPublish(
                                Exchanges.EVENTS,
                                event.type(),
                                CloudEventHeaders.write(event, "members-service"),
                                event.data());
            }
            members.channel().waitForConfirmsOrDie(LIMIT.toMillis());
        }
    }

    /** Name and visits of each member. */
    private static Map<String, String> knownMembers() {
        return asMap("select member_id as key, name || ' ' || visits as value from known_member");
    }

    /** How many gifts each member was given. */
    private static Map<String, String> gifts() {
        return asMap("select member_id as key, count(*) as value from gift group by member_id");
    }

    private static Map<String, String> asMap(String query) {
        Map<String, String> result = new TreeMap<>();
        rewards.database().sql(query).query(row -> {
            result.put(row.getString("key"), row.getString("value"));
        });
        return result;
    }
}

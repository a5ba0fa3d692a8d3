package com.smartfitness.replication.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.smartfitness.replication.PlainClient;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.Topology;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.BrokerClients;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the broker does by itself with messages of a queue that is declared as a consumer declares it. */
class GivenUpIT {

    private static final String JOINED = "members.member-joined.v1";
    private static final String QUEUE = "rewards.members";
    private static final String DEAD = "rewards.members.dead";
    private static final int DELIVERY_LIMIT = 3;

    private BrokerFacts broker;
    private PlainClient source;
    private PlainClient consumer;
    private BrokerConnections connections;
    private DeadLetters letters;

    @BeforeEach
    void declare() throws Exception {
        broker = Stores.broker().newVirtualHost("members", "rewards");
        source = PlainClient.of(broker, "members");
        consumer = PlainClient.of(broker, "rewards");
        new Topology(properties()).declare(consumer.connection(), QUEUE, List.of(JOINED), List.of());
        connections = connections();
        letters = new DeadLetters(
                List.of(QUEUE),
                connections,
                new ConfirmedPublisher(connections, Duration.ofSeconds(30)),
                new Names("rewards"));
    }

    @AfterEach
    void close() throws Exception {
        connections.close();
        consumer.close();
        source.close();
    }

    @Test
    void keepsWhatEndsTheProcessEachTime() throws Exception {
        source.publish(JOINED, "killer", Map.of("subject", "G-killer", "type", JOINED));

        endAgainAndAgain();

        DeadLetter letter = letters.list(QUEUE, 10).getFirst();
        assertThat(letter.data()).isEqualTo("killer");
        assertThat(letter.cause()).isEqualTo("The process ended each time that it was delivered");
        assertThat(letter.publishedBy()).isEqualTo("members-service");
        assertThat(letter.type()).isEqualTo(JOINED);
    }

    @Test
    void givesUpNothingThatWasInMemoryBesideIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            source.publish(
                    JOINED, i == 15 ? "killer" : "innocent", Map.of("subject", "G-" + i, "source", "/members-service"));
        }
        Set<String> handled = ConcurrentHashMap.newKeySet();
        QueueConsumer queueConsumer = new QueueConsumer(
                new DeadlyWork(handled), connections, new Topology(properties()), properties(), new Silent());

        Thread thread = Thread.ofVirtual().start(queueConsumer);
        Eventually.holds(
                "the killer is given up, the others are handled", () -> ready(DEAD) == 1 && handled.size() == 29);
        queueConsumer.stop();
        thread.join();

        assertThat(letters.list(QUEUE, 10)).extracting(DeadLetter::data).containsExactly("killer");
    }

    private record Silent() implements ConsumerObserver {}

    /** Ends like a process does: without acknowledging anything, again and again. */
    private record DeadlyWork(Set<String> handled) implements Work {

        @Override
        public String queue() {
            return QUEUE;
        }

        @Override
        public List<String> types() {
            return List.of(JOINED);
        }

        @Override
        public List<String> addressed() {
            return List.of();
        }

        @Override
        public void handle(List<Incoming> batch, Failures failures) {
            for (Incoming message : batch) {
                if (new String(message.event().data(), UTF_8).equals("killer")) {
                    throw new StackOverflowError("killed");
                }
            }
            batch.forEach(message -> handled.add(String.valueOf(message.event().subject())));
        }
    }

    @Test
    void keepsWhatEndsTheProcessOnALaterAttempt() throws Exception {
        consumer.publish(
                "rewards.own",
                "rewards.members.retry.200ms",
                consumer.properties(Map.of("subject", "G-retried")).build(),
                "killer");
        Eventually.holds("it is back from the retry queue", () -> ready(QUEUE) == 1);

        endAgainAndAgain();

        assertThat(letters.list(QUEUE, 10)).hasSize(1);
    }

    @Test
    void replaysWhatTheBrokerGaveUp() throws Exception {
        source.publish(JOINED, "killer", Map.of("subject", "G-replayed"));
        endAgainAndAgain();

        letters.replay(QUEUE, letters.list(QUEUE, 10).getFirst().id());

        Eventually.holds("it is in its queue again", () -> ready(QUEUE) == 1);
        assertThat(letters.list(QUEUE, 10)).isEmpty();
        endAgainAndAgain();
        assertThat(letters.list(QUEUE, 10).getFirst().type()).isEqualTo(JOINED);
    }

    @Test
    void keepsNothingOfWhatAnOverflowDrops() throws Exception {
        for (int i = 0; i < 60; i++) {
            source.publish(JOINED, "x".repeat(1_000), Map.of("subject", "G-" + i));
        }
        Eventually.holds("the oldest are dropped", () -> ready(QUEUE) > 0 && ready(QUEUE) < 60);

        endAgainAndAgain();

        assertThat(letters.list(QUEUE, 100)).hasSize(1);
    }

    @Test
    void listsManyTimesWithoutLossOrDisorder() throws Exception {
        for (int i = 0; i < 20; i++) {
            consumer.publish(
                    "rewards.own",
                    DEAD,
                    consumer.properties(Map.of("subject", "G-" + i))
                            .messageId("G-" + i)
                            .build(),
                    "letter " + i);
        }
        List<DeadLetter> first = letters.list(QUEUE, 100);

        for (int i = 0; i < 30; i++) {
            assertThat(letters.list(QUEUE, 1 + i % 20)).isEqualTo(first.subList(0, 1 + i % 20));
        }
        assertThat(letters.list(QUEUE, 100)).isEqualTo(first).hasSize(20);
        assertThat(first).extracting(DeadLetter::data).startsWith("letter 0", "letter 1", "letter 2");

        letters.discard(QUEUE, "G-7");
        assertThat(letters.list(QUEUE, 100))
                .hasSize(19)
                .extracting(DeadLetter::id)
                .doesNotContain("G-7");
    }

    /** Takes the oldest message and goes without a word, until the broker has given it up. */
    private void endAgainAndAgain() throws Exception {
        Eventually.holds("a letter is given up", () -> {
            if (ready(DEAD) == 1) {
                return true;
            }
            Channel channel = consumer.connection().createChannel();
            channel.basicQos(1);
            BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
            channel.basicConsume(QUEUE, false, (tag, message) -> delivered.add(tag), tag -> delivered.add("cancelled"));
            delivered.poll(200, TimeUnit.MILLISECONDS);
            channel.abort();
            return false;
        });
    }

    private long ready(String queue) throws Exception {
        return consumer.channel().queueDeclarePassive(queue).getMessageCount();
    }

    private ReplicationProperties properties() {
        Map<String, String> settings = new HashMap<>(
                RunningService.settings("rewards", broker, new DatabaseFacts("unused", "unused", "unused")));
        settings.put("replication.service", "rewards");
        settings.put("replication.consumer.delivery-limit", String.valueOf(DELIVERY_LIMIT));
        settings.put("replication.consumer.max-queue-size", "20KB");
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("replication", ReplicationProperties.class);
    }

    private BrokerConnections connections() {
        return new BrokerConnections(
                BrokerClients.of(broker, "rewards"), List.of(new Address(broker.host(), broker.port())), "rewards");
    }
}

package com.smartfitness.replication.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

class RelayTest {

    /** Half of 100, 200, 400 and 800 ms, which is the part of the pauses that is not random. */
    private static final Duration FOUR_PAUSES = Duration.ofMillis(750);

    private final AwayOutbox outbox = new AwayOutbox();
    private final Relay relay = new Relay(
            outbox,
            new BrokerConnections(new ConnectionFactory(), List.of(), "members"),
            properties(),
            new RelayObserver() {},
            JsonMapper.shared());
    private final Thread thread = Thread.ofVirtual().unstarted(relay);

    @AfterEach
    void stop() throws InterruptedException {
        relay.stop();
        thread.join();
    }

    @Test
    void pausesBetweenTriesHoweverMuchIsCommittedMeanwhile() {
        long start = System.nanoTime();
        thread.start();

        Eventually.holds("it has tried for the fifth time", () -> {
            relay.wake();
            return outbox.tries.get() >= 5;
        });

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(FOUR_PAUSES);
    }

    @Test
    void endsAtOnceWhilePausing() throws InterruptedException {
        thread.start();
        Eventually.holds("it pauses for long", () -> outbox.tries.get() >= 5);

        relay.stop();

        assertThat(thread.join(Duration.ofMillis(500))).isTrue();
    }

    private static ReplicationProperties properties() {
        return Binder.get(new MockEnvironment()).bindOrCreate("replication", ReplicationProperties.class);
    }

    /** A store that cannot be reached. */
    private static final class AwayOutbox implements Outbox {

        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public Optional<OutboxLease> tryLease() {
            tries.incrementAndGet();
            throw away();
        }

        @Override
        public Backlog backlog() {
            throw away();
        }

        @Override
        public PublishedPage published(String aggregate, @Nullable String after, int limit) {
            throw away();
        }

        @Override
        public Set<String> aggregates() {
            throw away();
        }

        @Override
        public Set<String> pending(String aggregate, Collection<String> ids) {
            throw away();
        }

        @Override
        public long epoch() {
            throw away();
        }

        @Override
        public long raiseEpoch() {
            throw away();
        }

        private static StoreUnavailableException away() {
            return new StoreUnavailableException(new IOException("The store is away"));
        }
    }
}

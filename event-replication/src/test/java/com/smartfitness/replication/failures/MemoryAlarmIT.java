package com.smartfitness.replication.failures;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker runs short of memory and blocks whoever publishes. */
class MemoryAlarmIT {

    private static final int BATCH = 50;
    private static final int PIPELINE = 2;
    private static final int BACKLOG = 200;

    private TestBroker broker;
    private Site site;
    private Tap tap;
    private RunningService members;
    private MembersClient client;

    @BeforeEach
    void start() throws Exception {
        broker = Stores.startOwnBroker();
        site = Site.on(broker);
        tap = Tap.into(site.broker());
        members = site.startMembers(
                "replication.relay.batch=" + BATCH,
                "replication.relay.pipeline=" + PIPELINE,
                "replication.relay.confirm-timeout=1s");
        client = MembersClient.of(members);
        site.letRewardsBegin();
    }

    @AfterEach
    void stop() {
        members.close();
        broker.close();
    }

    @Test
    void appliesWhatIsQueuedAndKeepsTheRestInTheOutbox() throws Exception {
        assertThat(IntStream.range(0, BACKLOG).allMatch(i -> client.join("Queued-" + i)))
                .isTrue();
        Eventually.holds("the backlog is at the broker", () -> tap.published().size() == BACKLOG);
        Set<String> connections = Eventually.becomes(
                "the broker has counted the connection", this::publishingConnections, names -> names.size() == 1);
        broker.setMemoryAlarm(true);

        try (RunningService _ = site.startRewards();
                Writers writers = Writers.writingTo(client)) {
            Eventually.holds("what is queued is applied", () -> site.ledger().welcomed("Queued-") == BACKLOG);
            writers.awaitFurther(4 * BATCH);
            Eventually.holds("more than the time to confirm has passed", this::hasWaitedForLong);
            assertThat(tap.published().size() - BACKLOG).isLessThanOrEqualTo(PIPELINE * BATCH);
            assertThat(site.ledger().pending()).isGreaterThanOrEqualTo(3 * BATCH);

            broker.setMemoryAlarm(false);
            writers.awaitFurther(BATCH);
            writers.stop();

            assertThat(writers.refused()).isZero();
            site.ledger().awaitEquality(client);
        }
        assertThat(publishingConnections()).isEqualTo(connections);
        assertThat(tap.outOfOrder()).isEmpty();
    }

    private boolean hasWaitedForLong() {
        return site.ledger()
                .members()
                .sql("select min(time) < now() - interval '4 seconds' from replication.outbox")
                .query(Boolean.class)
                .single();
    }

    /** By their names at the broker, which tell one connection of a client from the next. */
    private Set<String> publishingConnections() {
        return broker.admin().connections().stream()
                .filter(connection -> connection.clientName().equals(Optional.of("members-service publishing")))
                .map(RabbitAdmin.Connection::name)
                .collect(toSet());
    }
}

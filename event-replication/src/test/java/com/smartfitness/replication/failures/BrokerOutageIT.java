package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker is stopped or killed under load and started again, while members go on with what they do. */
class BrokerOutageIT {

    private static TestBroker broker;
    private static Site site;
    private static Tap tap;
    private static RunningService members;
    private static RunningService rewards;

    @BeforeAll
    static void start() throws Exception {
        broker = Stores.startOwnBroker();
        site = Site.on(broker);
        tap = Tap.into(site.broker());
        rewards = site.startRewards();
        members = site.startMembers();
        broker.settleQueues();
    }

    @AfterAll
    static void stop() {
        members.close();
        rewards.close();
        broker.close();
    }

    @Test
    void goesOnAfterTheBrokerWasStopped() throws Exception {
        writeWhileAway(broker::stop);
    }

    @Test
    void goesOnAfterTheBrokerWasKilled() throws Exception {
        writeWhileAway(broker::kill);
    }

    private static void writeWhileAway(Runnable end) throws Exception {
        try (Writers writers = Writers.writingTo(MembersClient.of(members))) {
            writers.awaitFurther(200);
            end.run();
            writers.awaitFurther(200);
            assertThat(site.ledger().pending()).isGreaterThanOrEqualTo(200);
            broker.start();
            writers.awaitFurther(100);
            writers.stop();

            assertThat(writers.refused()).isZero();
            site.ledger().awaitEquality(MembersClient.of(members));
            assertThat(site.ledger().hasPublished(writers.joined())).isTrue();
            assertThat(tap.outOfOrder()).isEmpty();
        }
    }
}

package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service's PostgreSQL is stopped under load and started again. */
class StoreOutageIT {

    private static TestPostgres store;

    @BeforeAll
    static void start() {
        store = Stores.startOwnPostgres();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void holdsDeliveriesUntilTheConsumersStoreIsBack() {
        Site site = Site.with(Stores.postgres().newDatabase(), store.admin().createDatabase("rewards"));
        try (RunningService members = site.startMembers();
                RunningService rewards = site.startRewards();
                Writers writers = Writers.writingTo(MembersClient.of(members))) {
            writers.awaitFurther(100);
            store.stop();
            Eventually.holds("the consumer waits", () -> Counters.sum(rewards, "replication.consumer.store.waits") > 0);
            writers.awaitFurther(200);
            Eventually.holds(
                    "the source sends nevertheless", () -> site.ledger().pending() == 0);
            store.start();
            writers.stop();

            assertThat(writers.refused()).isZero();
            site.ledger().awaitEquality(MembersClient.of(members));
            assertThat(Counters.sum(rewards, "replication.consumer.retried")).isZero();
            assertThat(Counters.sum(rewards, "replication.consumer.dead")).isZero();
        }
    }

    @Test
    void refusesChangesUntilTheSourcesStoreIsBack() {
        Site site = Site.with(
                store.admin().createDatabase("members"), Stores.postgres().newDatabase());
        try (RunningService members = site.startMembers();
                RunningService rewards = site.startRewards();
                Writers writers = Writers.writingTo(MembersClient.of(members))) {
            writers.awaitFurther(100);
            store.stop();
            writers.awaitRefusals(4);
            store.start();
            writers.awaitFurther(100);
            writers.stop();

            site.ledger().awaitEquality(MembersClient.of(members));
            assertThat(site.ledger().hasPublished(writers.joined())).isTrue();
            assertThat(Counters.sum(rewards, "replication.consumer.dead")).isZero();
        }
    }
}

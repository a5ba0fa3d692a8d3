package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several instances of the source on one store, of which one relays. */
class TwoRelaysIT {

    private static final String END_LEASE = """
            select count(pg_terminate_backend(pid)) from pg_locks
            where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
            """;

    private static Site site;
    private static Tap tap;
    private static RunningService rewards;

    @BeforeAll
    static void start() throws Exception {
        site = Site.shared();
        tap = Tap.into(site.broker());
        rewards = site.startRewards();
    }

    @AfterAll
    static void stop() {
        rewards.close();
    }

    @AfterEach
    void keepsTheOrderOfEachAggregate() throws Exception {
        assertThat(tap.outOfOrder()).isEmpty();
    }

    @Test
    void leavesRelayingToOneInstanceAndThenToTheOther() {
        try (RunningService second = startAfterFirstIsRelaying()) {
            awaitRelaying(MembersClient.of(second));
            site.ledger().awaitEquality(MembersClient.of(second));
        }
    }

    @Test
    void takesOverFromAKilledInstance() {
        try (ChildService first = site.spawnMembers()) {
            awaitRelaying(first.client());
            try (RunningService standby = site.startMembers();
                    Writers writers = Writers.writingTo(first.client(), MembersClient.of(standby))) {
                writers.awaitFurther(300);
                first.kill();
                awaitRelaying(MembersClient.of(standby));
                writers.awaitFurther(100);
                writers.stop();

                site.ledger().awaitEquality(MembersClient.of(standby));
                assertThat(site.ledger().hasPublished(writers.joined())).isTrue();
            }
        }
    }

    @Test
    void losesNothingWhileTheFormerRelayStillSends() throws Exception {
        long resentBefore = tap.resent();

        try (TcpLink link = site.linkToBroker();
                // It could stand still over a heartbeat instead of a batch.
                RunningService former = site.through(link).startMembers("replication.relay.heartbeat=1h")) {
            awaitRelaying(MembersClient.of(former));
            try (RunningService latter = site.startMembers();
                    Writers writers = Writers.writingTo(MembersClient.of(former), MembersClient.of(latter))) {
                writers.awaitFurther(100);
                link.stall();
                writers.awaitFurther(100);
                assertThat(endLease()).isEqualTo(1);
                awaitRelaying(MembersClient.of(latter));
                Eventually.holds(
                        "the latter has sent everything", () -> site.ledger().pending() == 0);
                link.restore();
                Eventually.holds("the former's batch arrives late", () -> tap.resent() > resentBefore);
                writers.awaitFurther(100);
                writers.stop();

                site.ledger().awaitEquality(MembersClient.of(latter));
            }
        }
    }

    @Test
    void goesOnAfterTheBrokerHasClosedItsConnection() {
        try (RunningService members = site.startMembers();
                Writers writers = Writers.writingTo(MembersClient.of(members))) {
            awaitRelaying(MembersClient.of(members));
            writers.awaitFurther(100);
            Eventually.holds(
                    "the connection is closed",
                    () -> Stores.broker().admin().closeConnections("members-service publishing") > 0);
            writers.awaitFurther(100);
            writers.stop();

            assertThat(writers.refused()).isZero();
            site.ledger().awaitEquality(MembersClient.of(members));
        }
    }

    private static RunningService startAfterFirstIsRelaying() {
        try (RunningService first = site.startMembers()) {
            awaitRelaying(MembersClient.of(first));
            RunningService second = site.startMembers();
            site.ledger().awaitEquality(MembersClient.of(second));
            assertThat(second.bean(Relay.class).isActive()).isFalse();
            return second;
        }
    }

    private static void awaitRelaying(MembersClient members) {
        Eventually.holds("it relays", members::isRelaying);
    }

    private static int endLease() {
        return site.ledger().members().sql(END_LEASE).query(Integer.class).single();
    }
}

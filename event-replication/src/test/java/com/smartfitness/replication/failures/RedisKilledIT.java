package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.stores.Eventually;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two services on Redis; the servers, and the one that publishes, are killed or stand still under load. */
class RedisKilledIT {

    private static RedisSite site;
    private static RedisLedger ledger;
    private static Tap tap;
    private static RunningService rewards;

    @BeforeAll
    static void start() throws Exception {
        site = RedisSite.start();
        ledger = site.ledger();
        tap = Tap.into(site.broker());
        rewards = site.startRewards();
    }

    @AfterAll
    static void stop() {
        rewards.close();
        ledger.close();
        site.close();
    }

    @Test
    void losesNothingThatAKilledServerHasAcknowledged() {
        try (RunningService members = site.startMembers();
                Writers writers = Writers.writingTo(MembersClient.of(members))) {
            writers.awaitFurther(100);
            site.members().kill();
            writers.awaitRefusals(4);
            site.members().start();
            writers.awaitFurther(100);

            site.rewards().kill();
            Eventually.holds("the consumer waits", () -> Counters.sum(rewards, "replication.consumer.store.waits") > 0);
            writers.awaitFurther(100);
            site.rewards().start();
            writers.stop();

            ledger.awaitEquality(MembersClient.of(members));
            assertThat(ledger.hasPublished(writers.joined())).isTrue();
            assertThat(Counters.sum(rewards, "replication.consumer.dead")).isZero();
        }
    }

    @Test
    void sendsAfterRestartWhatWasCommittedAndNotYetSent() throws Exception {
        long resentBefore = tap.resent();

        try (ChildService members = site.spawnMembers("stop.at=relay.taken")) {
            join(members.client(), "Unsent");
            members.awaitStopPoint();
            members.kill();
        }
        assertThat(ledger.pending()).isEqualTo(20);

        restartAndCompare();
        assertThat(tap.resent()).isEqualTo(resentBefore);
    }

    @Test
    void sendsAgainWhatWasConfirmedAndNotYetRemoved() throws Exception {
        long resentBefore = tap.resent();

        try (ChildService members = site.spawnMembers("stop.at=relay.confirmed", "stop.after=10")) {
            join(members.client(), "Unremoved");
            members.awaitStopPoint();
            members.kill();
        }
        assertThat(ledger.pending()).isPositive();

        restartAndCompare();
        assertThat(tap.resent()).isGreaterThan(resentBefore);
    }

    @Test
    void leavesRelayingToAnotherWhileItStandsStill() {
        try (ChildService paused = site.spawnMembers()) {
            MembersClient former = paused.client();
            Eventually.holds("it relays", former::isRelaying);
            try (RunningService latter = site.startMembers();
                    Writers writers = Writers.writingTo(MembersClient.of(latter))) {
                writers.awaitFurther(100);
                paused.pause();
                Eventually.holds("the other relays", MembersClient.of(latter)::isRelaying);
                writers.awaitFurther(100);
                paused.resume();
                Eventually.holds("the former has noticed", () -> !former.isRelaying());
                writers.awaitFurther(100);
                writers.stop();

                ledger.awaitEquality(MembersClient.of(latter));
                assertThat(ledger.hasPublished(writers.joined())).isTrue();
            }
        }
    }

    private static void join(MembersClient client, String prefix) {
        assertThat(IntStream.range(0, 20).allMatch(i -> client.join(prefix + "-" + i)))
                .isTrue();
    }

    private static void restartAndCompare() throws Exception {
        try (RunningService members = site.startMembers()) {
            ledger.awaitEquality(MembersClient.of(members));
        }
        assertThat(tap.outOfOrder()).isEmpty();
    }
}

package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.TcpLink;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The source's process dies at each step that an event takes from commit to the broker. */
class RelayKilledIT {

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

    @Test
    void sendsAfterRestartWhatWasCommittedAndNotYetSent() throws Exception {
        long resentBefore = tap.resent();

        try (ChildService members = site.spawnMembers("stop.at=relay.taken")) {
            join(members.client(), "Unsent");
            members.awaitStopPoint();
            members.kill();
        }
        assertThat(site.ledger().pending()).isEqualTo(20);
        assertThat(site.ledger().isKnown("Unsent-0")).isFalse();

        restartAndCompare();
        assertThat(tap.resent()).isEqualTo(resentBefore);
    }

    @Test
    void sendsAgainWhatTheBrokerHadAndNeverConfirmed() throws Exception {
        long resentBefore = tap.resent();

        try (TcpLink link = site.linkToBroker();
                // It could stand still over a heartbeat instead of the events.
                ChildService members = site.through(link).spawnMembers("replication.relay.heartbeat=1h")) {
            MembersClient client = members.client();
            assertThat(client.join("Confirmed")).isTrue();
            Eventually.holds(
                    "the link is in use",
                    () -> site.ledger().isKnown("Confirmed") && site.ledger().pending() == 0);

            link.stallReplies();
            join(client, "Unconfirmed");
            Eventually.holds(
                    "the broker has several batches", () -> site.ledger().isKnown("Unconfirmed-3"));
            members.kill();
        }
        assertThat(site.ledger().pending()).isEqualTo(20);

        restartAndCompare();
        assertThat(tap.resent()).isGreaterThan(resentBefore);
    }

    @Test
    void sendsAgainWhatWasConfirmedAndNotYetRemoved() throws Exception {
        long resentBefore = tap.resent();

        try (ChildService members = site.spawnMembers("stop.at=relay.confirmed", "stop.after=10")) {
            join(members.client(), "Unremoved");
            members.awaitStopPoint();
            members.kill();
        }
        assertThat(site.ledger().pending()).isPositive();

        restartAndCompare();
        assertThat(tap.resent()).isGreaterThan(resentBefore);
    }

    private static void join(MembersClient client, String prefix) {
        assertThat(IntStream.range(0, 20).allMatch(i -> client.join(prefix + "-" + i)))
                .isTrue();
    }

    private static void restartAndCompare() throws Exception {
        try (RunningService members = site.startMembers()) {
            site.ledger().awaitEquality(MembersClient.of(members));
        }
        assertThat(tap.outOfOrder()).isEmpty();
    }
}

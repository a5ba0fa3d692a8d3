package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two services on Elasticsearch, killed at each step that an event takes from commit to its effect. */
class ElasticsearchServicesKilledIT {

    /** Instances of both start two at a time, and what one has left is what the next begins with. */
    @Test
    void losesAndDoublesNothingOfQuickEditsWhereverEitherIsKilled() throws Exception {
        ElasticsearchSite site = ElasticsearchSite.shared();
        Tap tap = Tap.into(site.broker());
        try (ElasticsearchLedger ledger = site.ledger();
                ChildService taking = site.spawnMembers("stop.at=relay.taken");
                ChildService copying = site.spawnRewards("stop.at=applied.rewards.members")) {
            editQuickly(taking.client());
            taking.awaitStopPoint();
            taking.kill();
            assertThat(ledger.pending()).isEqualTo(42);
            assertThat(tap.published()).isEmpty();

            copying.awaitStarted();
            try (ChildService sending = site.spawnMembers("stop.at=relay.confirmed", "stop.after=10");
                    ChildService giving = site.spawnRewards("stop.at=applied.rewards.welcome-gifts")) {
                killUnderLoad(sending);
                assertThat(ledger.pending()).isPositive();

                copying.awaitStopPoint();
                assertThat(ledger.isKnown("Often")).isTrue();
                copying.kill();

                try (RunningService members = site.startMembers()) {
                    MembersClient client = MembersClient.of(members);
                    assertThat(client.join("Latest")).isTrue();
                    giving.awaitStopPoint();
                    assertThat(ledger.gifts("Often")).isEqualTo(1);
                    giving.kill();

                    try (RunningService _ = site.startRewards()) {
                        ledger.awaitEquality(client);
                    }
                }
            }
        }
        assertThat(tap.resent()).isPositive();
        assertThat(tap.outOfOrder()).isEmpty();
    }

    /** Two members: one comes often, one comes once and leaves. */
    private static void editQuickly(MembersClient client) {
        assertThat(client.join("Often")).isTrue();
        assertThat(IntStream.range(0, 38).allMatch(_ -> client.visit("Often"))).isTrue();
        assertThat(client.join("Once")).isTrue();
        assertThat(client.visit("Once")).isTrue();
        assertThat(client.leave("Once")).isTrue();
    }

    /** What it is sending when it is killed, others have left to it; it takes changes until then. */
    private static void killUnderLoad(ChildService members) {
        try (Writers writers = Writers.writingTo(members.client())) {
            members.awaitStopPoint();
            writers.awaitFurther(100);
            members.kill();
            writers.awaitRefusals(4);
        }
    }
}

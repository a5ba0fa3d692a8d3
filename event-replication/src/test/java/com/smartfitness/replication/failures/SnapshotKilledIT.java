package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.failures.Ledger.Snapshot;
import com.smartfitness.replication.operations.Operator;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Either side dies half-way through a snapshot of many members, while some of them change. */
class SnapshotKilledIT {

    private static final int MEMBERS = 10_000;
    private static final int HALF = MEMBERS / 500 / 2;
    private static final List<String> CHANGING =
            IntStream.range(0, 500).mapToObj(i -> "Long-ago-" + (1 + i * 40)).toList();

    private final Site site = Site.shared();

    @BeforeEach
    void loseTheConsumersQueue() {
        try (RunningService _ = site.startMembers()) {
            site.letRewardsBegin();
        }
        Stores.broker().admin().deleteQueue(site.broker().virtualHost(), "rewards.members");
        site.ledger().addMembersOfLongAgo(MEMBERS);
    }

    @Test
    void goesOnAfterTheConsumerWasKilled() {
        try (RunningService members = site.startMembers();
                Writers writers = Writers.writingTo(MembersClient.of(members), CHANGING)) {
            try (ChildService rewards = site.spawnRewards("stop.at=snapshot.applied", "stop.after=" + HALF)) {
                rewards.awaitStopPoint();
                rewards.kill();
            }
            Snapshot halfWay = requireHalfWay();
            writers.awaitFurther(50);

            try (RunningService _ = site.startRewards()) {
                awaitEnd(halfWay);
                writers.stop();
                site.ledger().awaitEquality(MembersClient.of(members));
            }
        }
    }

    @Test
    void goesOnAfterTheSourceWasKilled() {
        try (ChildService killed = site.spawnMembers("stop.at=snapshot.answered", "stop.after=" + HALF);
                Writers writers = Writers.writingTo(killed.client(), CHANGING);
                RunningService _ = site.startRewards()) {
            killed.awaitStopPoint();
            writers.awaitFurther(50);
            killed.kill();
            writers.stop();
            Snapshot halfWay = requireHalfWay();

            try (RunningService members = site.startMembers()) {
                awaitEnd(halfWay);
                site.ledger().awaitEquality(MembersClient.of(members));
                assertThat(site.ledger().hasPublished(writers.joined())).isTrue();
            }
        }
    }

    @Test
    void goesOnWithARebuildWhileTheReplicaIsRead() throws Exception {
        try (RunningService members = site.startMembers();
                Writers writers = Writers.writingTo(MembersClient.of(members), CHANGING)) {
            long before = site.ledger().snapshot().generation();
            Snapshot halfWay;
            try (ChildService rewards = site.spawnRewards("stop.at=snapshot.applied", "stop.after=" + 3 * HALF)) {
                Eventually.becomes(
                        "it is complete",
                        Duration.ofSeconds(60),
                        site.ledger()::snapshot,
                        now -> now.generation() > before && !now.running());
                rewards(
                        "update known_member set name = 'Forged' where member_id = 'Long-ago-7'",
                        "delete from known_member where member_id = 'Long-ago-8'",
                        "insert into known_member values ('Planted', 'Planted', 0)");
                new Operator(rewards.client().port()).send("POST", "/replicas/rewards.members/rebuild");
                rewards.awaitStopPoint();
                rewards.kill();
                halfWay = requireHalfWay();
                assertThat(halfWay.reason()).isEqualTo("WANTED");
            }

            try (RunningService rewards = site.startRewards()) {
                assertThat(rewards.bean(ReplicationHealthIndicator.class)
                                .health()
                                .getStatus())
                        .isEqualTo(Status.UP);
                awaitEnd(halfWay);
                writers.stop();
                site.ledger().awaitEquality(MembersClient.of(members));
                assertThat(site.ledger().isKnown("Planted")).isFalse();
            }
        }
    }

    private void rewards(String... statements) {
        for (String statement : statements) {
            assertThat(site.ledger().rewards().sql(statement).update()).isOne();
        }
    }

    private Snapshot requireHalfWay() {
        Snapshot now = site.ledger().snapshot();
        assertThat(now.running()).isTrue();
        assertThat(now.cursor()).isNotNull();
        return now;
    }

    private void awaitEnd(Snapshot halfWay) {
        Snapshot end = Eventually.becomes(
                "the snapshot ends", Duration.ofSeconds(60), site.ledger()::snapshot, now -> !now.running());
        assertThat(end.generation()).isEqualTo(halfWay.generation());
        assertThat(end.applied()).isGreaterThanOrEqualTo(MEMBERS);
    }
}

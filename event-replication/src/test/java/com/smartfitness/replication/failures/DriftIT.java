package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.replication.replica.Drift;
import com.smartfitness.replication.replica.Verified;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody works on the replica by hand, or only everybody else does. */
class DriftIT {

    private static final String[] ROUNDS = {"replication.digest.interval=300ms", "replication.digest.pause=1ms"};
    private static final int MEMBERS = 3_000;

    private static Site site;
    private static RunningService members;
    private static RunningService rewards;

    @BeforeAll
    static void start() {
        site = Site.shared();
        members = site.startMembers(ROUNDS);
        site.ledger().addMembersOfLongAgo(MEMBERS);
        rewards = site.startRewards();
        awaitRounds(1);
    }

    @AfterAll
    static void stop() {
        rewards.close();
        members.close();
    }

    @Test
    void staysSilentWhileOnlyTheSourceWrites() {
        Verified before = verified();
        try (Writers writers = Writers.writingTo(MembersClient.of(members), List.of("Long-ago-1", "Long-ago-2"))) {
            awaitRounds(4);
            writers.awaitFurther(50);
        }
        site.ledger().awaitEqualReplica(MembersClient.of(members));
        awaitRounds(2);

        assertThat(verified().drifted()).isEqualTo(before.drifted());
    }

    @Test
    void namesAndRepairsWhatDriftsAndTouchesNothingElse() {
        Map<String, String> before = rows();
        long drifted = verified().drifted();

        // At once: a round that came in between would find some of it twice.
        rewards("""
                update known_member set name = 'Forged' where member_id = 'Long-ago-10';
                delete from known_member where member_id = 'Long-ago-2000';
                insert into known_member values ('Planted', 'Planted', 0);
                delete from known_member where member_id = 'Long-ago-30';
                delete from replication.replica_version where id = 'Long-ago-30';
                update replication.replica_version set hash = hash + 1 where id = 'Long-ago-40';
                insert into known_member values ('Unheard-of', 'Unheard-of', 0);
                insert into replication.replica_version values ('rewards.members', 'Unheard-of', 1, 1, true, 1)
                """);

        Eventually.becomes(
                "all is found", Duration.ofSeconds(30), () -> verified().drifted(), now -> now >= drifted + 6);
        assertThat(kinds())
                .containsAllEntriesOf(Map.of(
                        "Long-ago-10", Drift.Kind.ALTERED,
                        "Long-ago-2000", Drift.Kind.ALTERED,
                        "Planted", Drift.Kind.ADDED,
                        "Long-ago-30", Drift.Kind.MISSED,
                        "Long-ago-40", Drift.Kind.DIFFERENT))
                .containsKey("Unheard-of");
        assertThat(site.ledger().differences().noneOfReplica()).isTrue();
        Map<String, String> after = rows();
        kinds().keySet().forEach(id -> {
            before.remove(id);
            after.remove(id);
        });
        assertThat(after).isEqualTo(before);
        awaitRounds(2);
        assertThat(verified().drifted()).isEqualTo(drifted + 6);
    }

    /** Copies of these have to be empty, and whoever keeps one is told so. */
    @Test
    void tellsOfKindsOfWhichASourceHasNeverPublishedAnything() throws Exception {
        BrokerFacts broker = Stores.broker().newVirtualHost("auth", Tap.USER);
        String digests = "auth.replication-digest-user.v1";
        Tap tap = Tap.into(broker);
        tap.take(digests);

        try (RunningService auth = RunningService.start(
                MembersApplication.class,
                "auth",
                broker,
                Stores.postgres().newDatabase(),
                "spring.flyway.locations=classpath:db/members",
                ROUNDS[0])) {
            assertThat(auth.port()).isPositive();
            Eventually.holds(
                    "users are told of",
                    () -> tap.published().stream()
                            .anyMatch(event -> event.type().equals(digests)));
        }
    }

    private static Map<String, Drift.Kind> kinds() {
        return verified().last().stream().collect(Collectors.toMap(Drift::id, Drift::kind, (first, next) -> first));
    }

    /** The transaction that has written each row last, by its id. */
    private static Map<String, String> rows() {
        return site
                .ledger()
                .rewards()
                .sql("select member_id, xmin::text from known_member")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void rewards(String statements) {
        JdbcClient store = site.ledger().rewards();
        assertThat(store.sql(statements).update()).isOne();
    }

    private static void awaitRounds(int rounds) {
        for (int i = 0; i < rounds; i++) {
            var last = verified().at();
            Eventually.becomes(
                    "another round comes to its end",
                    Duration.ofSeconds(30),
                    () -> verified().at(),
                    at -> at != null && !at.equals(last));
        }
    }

    private static Verified verified() {
        return rewards.bean(ReplicationStatus.class)
                .state()
                .replicas()
                .getFirst()
                .verified();
    }
}

package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class TwoInstancesIT {

    @Test
    void takesOverAQueueWithoutASnapshot() {
        BrokerFacts broker = Stores.broker().newVirtualHost("members", "rewards");
        DatabaseFacts database = Stores.postgres().newDatabase();
        try (RunningService members = RunningService.start(
                        MembersApplication.class,
                        "members",
                        broker,
                        Stores.postgres().newDatabase());
                RunningService second = fillWhileFirstIsActive(members, broker, database)) {
            members.bean(Members.class).visit("M1");
            members.bean(Members.class).join("M2", "Baek");

            Eventually.holds(
                    "the second instance follows", () -> visits(second, "M1") == 2 && visits(second, "M2") == 0);
            Eventually.holds("a heartbeat is heard", () -> seen(second, "members.member-changed.v1") == 2);
            assertThat(gaps(second)).isZero();
        }
    }

    private static RunningService fillWhileFirstIsActive(
            RunningService members, BrokerFacts broker, DatabaseFacts database) {
        try (RunningService first = RunningService.start(RewardsApplication.class, "rewards", broker, database)) {
            Eventually.holds("the first instance is complete", () -> isUp(first));
            members.bean(Members.class).join("M0", "Cho");
            Eventually.holds("the first member is known", () -> visits(first, "M0") == 0);
            RunningService second = RunningService.start(RewardsApplication.class, "rewards", broker, database);
            Eventually.holds("the second instance is complete", () -> isUp(second));
            members.bean(Members.class).join("M1", "Ahn");
            members.bean(Members.class).visit("M1");
            Eventually.holds("the visit is known", () -> visits(first, "M1") == 1);
            return second;
        }
    }

    private static boolean isUp(RunningService service) {
        return service.bean(ReplicationHealthIndicator.class)
                .health()
                .getStatus()
                .equals(Status.UP);
    }

    private static int visits(RunningService service, String memberId) {
        return service.database()
                .sql("select visits from known_member where member_id = ?")
                .params(memberId)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    private static long seen(RunningService service, String type) {
        return service.database()
                .sql("select counter from replication.replica_seen where replica = 'rewards.members' and type = ?")
                .params(type)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static double gaps(RunningService service) {
        return service.bean(MeterRegistry.class).find("replication.consumer.gaps").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}

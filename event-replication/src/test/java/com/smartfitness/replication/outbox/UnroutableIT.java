package com.smartfitness.replication.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.members.Plans;
import com.smartfitness.replication.example.partners.PlanRewards;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

/** Events that need a consumer wait until there is one. */
class UnroutableIT {

    @Test
    void keepsOneKindBackWhileTheOthersFlow() {
        BrokerFacts broker = Stores.broker().newVirtualHost("members", "rewards");
        DatabaseFacts copies = Stores.postgres().newDatabase();
        try (RunningService members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase())) {
            try (RunningService rewards = RunningService.start(RewardsApplication.class, "rewards", broker, copies)) {
                members.bean(Plans.class).offer("U-plan", "Gold");
                members.bean(Members.class).join("U-1", "Oh");
                Eventually.holds("members flow", () -> count(rewards, "known_member") == 1);
                Eventually.holds("plans are tried", () -> unroutable(members) > 1);
                members.bean(Members.class).join("U-2", "Pi");
                Eventually.holds("members still flow", () -> count(rewards, "known_member") == 2);

                assertThat(count(members, "replication.outbox")).isOne();
                assertThat(gauge(members, "replication.outbox.pending")).isOne();
                double age = gauge(members, "replication.outbox.oldest.age");
                Eventually.holds("it grows older", () -> gauge(members, "replication.outbox.oldest.age") > age + 0.1);
            }
            try (RunningService rewards = RunningService.start(PlanRewards.class, "rewards", broker, copies)) {
                Eventually.holds("the plan is known", () -> count(rewards, "known_plan") == 1);
                Eventually.holds("nothing waits", () -> gauge(members, "replication.outbox.pending") == 0);
                assertThat(gauge(members, "replication.outbox.oldest.age")).isZero();
            }
        }
    }

    private static int count(RunningService service, String table) {
        return service.database()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static double unroutable(RunningService members) {
        return members.bean(MeterRegistry.class)
                .get("replication.relay.unroutable")
                .tag("type", "members.plan-offered.v1")
                .counter()
                .count();
    }

    private static double gauge(RunningService members, String name) {
        return members.bean(MeterRegistry.class).get(name).gauge().value();
    }
}

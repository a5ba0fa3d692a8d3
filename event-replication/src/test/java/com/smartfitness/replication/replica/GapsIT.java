package com.smartfitness.replication.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Letters;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.rewards.RewardsApplication;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the broker loses of a queue, the replica is the same as its source again. */
class GapsIT {

    private static final String QUEUE = "rewards.members";
    private static final String QUEUE_LIMIT = "replication.consumer.max-queue-size=10KB";

    private final RabbitAdmin admin = Stores.broker().admin();
    private BrokerFacts broker;
    private RunningService members;
    private RunningService rewards;
    private DatabaseFacts copies;

    @BeforeEach
    void start() {
        startMembers("replication.snapshot.chunk-rows=20");
        join(3);
        startRewards();
        Eventually.holds("the replica is complete and a heartbeat was heard", () -> isEqual() && hasSeen("left"));
    }

    @AfterEach
    void stop() {
        rewards.close();
        members.close();
    }

    @Test
    void noticesThatItsQueueIsDeletedUnderIt() {
        long before = generation();

        admin.deleteQueue(broker.virtualHost(), QUEUE);
        join(100);

        Eventually.holds("a snapshot has ended", () -> generation() > before && isEqual());
        join(1);
        Eventually.holds("events flow again", this::isEqual);
    }

    @Test
    void noticesThatItsQueueWasDeletedWhileItWasDown() {
        rewards.close();
        admin.deleteQueue(broker.virtualHost(), QUEUE);
        join(60);
        String gone = join(1);
        members.bean(Members.class).leave(gone);

        startRewards();

        Eventually.holds("the replica is complete", this::isEqual);
    }

    @Test
    void noticesWhatAnOverflowHasDropped() {
        rewards.close();
        join(300);
        Eventually.holds("nothing waits at the source", () -> outbox() == 0);

        startRewards();

        Eventually.holds("the replica is complete", this::isEqual);
        assertThat(gaps()).isPositive();
        assertThat(new Letters(rewards, QUEUE).all()).isEmpty();
    }

    @Test
    void noticesThatTheVeryFirstOfATypeWasDropped() {
        String leaver = join(1);
        Eventually.holds("the member is known", this::isEqual);
        rewards.close();
        members.bean(Members.class).leave(leaver);
        Eventually.holds("nothing waits at the source", () -> outbox() == 0);
        admin.purge(broker.virtualHost(), QUEUE);

        startRewards();

        Eventually.holds("the member is forgotten", this::isEqual);
        assertThat(gaps()).isPositive();
    }

    @Test
    void noticesWhatWasDroppedBeforeItHeardAnyHeartbeat() {
        members.close();
        rewards.close();
        startMembers("replication.relay.heartbeat=1h");
        String lost = join(1);
        String last = join(1);
        startRewards();
        Eventually.holds("the replica is complete and knows where streams began", () -> isEqual() && hasSeen("left"));
        rewards.close();
        members.bean(Members.class).leave(lost);
        Eventually.holds("nothing waits at the source", () -> outbox() == 0);
        admin.purge(broker.virtualHost(), QUEUE);

        startRewards();
        members.bean(Members.class).leave(last);

        Eventually.holds("both members are forgotten", this::isEqual);
        assertThat(gaps()).isPositive();
    }

    @Test
    void bindsAgainAndCatchesUpWhenABindingIsRemoved() {
        Eventually.holds("something was missed and noticed", () -> {
            unbind("members.member-joined.v1");
            join(1);
            return gaps() > 0;
        });

        Eventually.holds("the replica is complete", this::isEqual);
        Eventually.holds("the binding is back", () -> isBound("members.member-joined.v1"));
    }

    @Test
    void bindsAgainWhenAllBindingsAreRemoved() {
        admin.bindings(broker.virtualHost(), QUEUE).stream()
                .filter(binding -> binding.source().startsWith("fleet."))
                .forEach(binding -> admin.deleteBinding(broker.virtualHost(), binding));
        join(20);

        Eventually.holds("the replica is complete", this::isEqual);
        Eventually.holds("the binding is back", () -> isBound("members.member-joined.v1"));
    }

    @Test
    void keepsWhatItHasWhenASnapshotHoldsARowThatItsTableRefuses() {
        String refused = join(1);
        Eventually.holds("the member is known", this::isEqual);
        members.database()
                .sql("update member set visits = 2000000 where member_id = ?")
                .params(refused)
                .update();
        members.bean(Members.class).visit(refused);
        new Letters(rewards, QUEUE).only(refused);
        long before = generation();

        admin.deleteQueue(broker.virtualHost(), QUEUE);

        Eventually.holds("a snapshot has ended", () -> generation() > before && !running());
        assertThat(known()).containsAll(joinedBut(refused));
        Eventually.holds(
                "the row is set aside",
                () -> new Letters(rewards, QUEUE).about(refused).size() == 2);
    }

    private void startMembers(String setting) {
        broker = Stores.broker().newVirtualHost("members", "rewards");
        copies = Stores.postgres().newDatabase();
        members = RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase(), setting);
    }

    private void startRewards() {
        rewards = RunningService.start(RewardsApplication.class, "rewards", broker, copies, QUEUE_LIMIT);
    }

    private String join(int number) {
        String last = "";
        for (int i = 0; i < number; i++) {
            last = UUID.randomUUID().toString();
            members.bean(Members.class).join(last, "Kang");
        }
        return last;
    }

    private void unbind(String type) {
        admin.bindings(broker.virtualHost(), QUEUE).stream()
                .filter(binding -> binding.routingKey().equals(type))
                .forEach(binding -> admin.deleteBinding(broker.virtualHost(), binding));
    }

    private boolean isBound(String type) {
        return admin.bindings(broker.virtualHost(), QUEUE).stream()
                .anyMatch(binding -> binding.routingKey().equals(type));
    }

    private boolean isEqual() {
        return known().equals(joinedBut(""));
    }

    private List<String> known() {
        return rewards.database()
                .sql("select member_id || name || visits from known_member order by 1")
                .query(String.class)
                .list();
    }

    private List<String> joinedBut(String memberId) {
        return members.database()
                .sql("select member_id || name || visits from member where member_id <> ? order by 1")
                .params(memberId)
                .query(String.class)
                .list();
    }

    private boolean hasSeen(String event) {
        return rewards.database()
                        .sql("select count(*) from replication.replica_seen where type = ?")
                        .params("members.member-" + event + ".v1")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private long generation() {
        return number("select generation from replication.replica");
    }

    private boolean running() {
        return number("select running::int from replication.replica") == 1;
    }

    private long number(String query) {
        return rewards.database().sql(query).query(Long.class).single();
    }

    private long outbox() {
        return members.database()
                .sql("select count(*) from replication.outbox")
                .query(Long.class)
                .single();
    }

    private double gaps() {
        return rewards
                .bean(MeterRegistry.class)
                .find("replication.consumer.gaps")
                .tag("queue", QUEUE)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}

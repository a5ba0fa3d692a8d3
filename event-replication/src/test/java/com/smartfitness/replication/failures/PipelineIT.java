package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.Plans;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.TcpLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Several small batches are on their way to the broker at a time. */
class PipelineIT {

    private static final int BATCH = 3;
    private static final int PIPELINE = 4;

    private static Site site;
    private static Tap tap;
    private static TcpLink link;
    private static RunningService rewards;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        site = Site.shared();
        tap = Tap.into(site.broker());
        rewards = site.startRewards();
        link = site.linkToBroker();
        service = site.through(link)
                .startMembers(
                        "replication.relay.batch=" + BATCH,
                        "replication.relay.pipeline=" + PIPELINE,
                        // It would be a batch of its own on the way.
                        "replication.relay.heartbeat=1h");
        Eventually.holds("it relays", MembersClient.of(service)::isRelaying);
    }

    @AfterAll
    static void stop() {
        service.close();
        rewards.close();
        link.close();
    }

    @AfterEach
    void keepsOrderAndCountsOn() throws Exception {
        site.ledger().awaitEquality(MembersClient.of(service));
        assertThat(tap.outOfOrder()).isEmpty();
        assertThat(tap.skipped()).isEmpty();
    }

    @Test
    void holdsBackWhatFollowsInsideItsAggregateAndNoMoreThanFitsOnTheWay() throws Exception {
        Eventually.holds("the link is in use", () -> site.ledger().pending() == 0);
        int before = tap.published().size();

        link.stallReplies();
        together(() -> {
            for (int i = 0; i < PIPELINE; i++) {
                members().join("Busy-" + i, "Lee");
                members().visit("Busy-" + i);
                members().visit("Busy-" + i);
            }
        });
        Eventually.holds(
                "one event of each is on its way", () -> tap.published().size() == before + PIPELINE);
        together(() -> {
            for (int i = 0; i < BATCH; i++) {
                members().join("Calm-" + i, "Park");
            }
        });
        // Four batches of one are on their way, so there is no room even for those who wait for nobody.
        Eventually.holds("the first has arrived", () -> site.ledger().isKnown("Busy-0"));
        assertThat(tap.published()).hasSize(before + PIPELINE);
        link.restore();
    }

    @Test
    void countsOnOverWhatNobodyTakes() throws Exception {
        together(() -> {
            for (int i = 0; i < 9; i++) {
                plans().offer("Plan-" + i, "Gold");
                members().join("Member-" + i, "Choi");
            }
        });
        Eventually.holds("members flow", () -> site.ledger().isKnown("Member-8"));
        Eventually.holds("only the plans are left", () -> site.ledger().pending() == 9);
        assertThat(tap.skipped()).isEmpty();

        tap.take("members.plan-offered.v1");
        Eventually.holds("the plans follow", () -> site.ledger().pending() == 0);
    }

    private static Members members() {
        return service.bean(Members.class);
    }

    private static Plans plans() {
        return service.bean(Plans.class);
    }

    private static void together(Runnable changes) {
        service.bean(TransactionTemplate.class).executeWithoutResult(status -> changes.run());
    }
}

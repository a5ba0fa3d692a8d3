package com.smartfitness.monitoring.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.monitoring.TestClock;
import com.smartfitness.replication.operations.ReplicationState;
import com.smartfitness.replication.operations.ReplicationState.OutboxState;
import com.smartfitness.replication.operations.ReplicationState.QueueState;
import com.smartfitness.replication.operations.ReplicationState.ReplicaState;
import com.smartfitness.replication.replica.Verified;
import com.smartfitness.replication.report.InstanceReport;
import com.smartfitness.replication.report.InstanceReport.Lag;
import com.smartfitness.replication.report.InstanceReport.StoreReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final TestClock clock = new TestClock();
    private final Fleet fleet = new Fleet(new FleetProperties(Duration.ofSeconds(15), Duration.ofMinutes(10)), clock);

    @Test
    void namesServicesThatHaveNotSpoken() {
        assertThat(fleet.services()).extracting(ServiceView::service).contains("auth", "access", "gateway", "search");
        assertThat(fleet.services()).extracting(ServiceView::state).containsOnly(ServiceState.UNHEARD);
    }

    @Test
    void tellsStoresThatAreAwayAndSinceWhen() {
        fleet.on(report("auth", "1", true));
        Instant first = store().since();
        clock.advance(Duration.ofSeconds(5));
        fleet.on(report("auth", "1", true));
        assertThat(auth().state()).isEqualTo(ServiceState.UP);
        assertThat(store().since()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(5));
        fleet.on(report("auth", "1", false));

        assertThat(auth().state()).isEqualTo(ServiceState.STORE_AWAY);
        assertThat(store().since()).isAfterOrEqualTo(first.plusSeconds(10));
        assertThat(store().version()).isEqualTo("PostgreSQL 18");
    }

    @Test
    void tellsSilenceAndForgetsWhoWasReplaced() {
        fleet.on(report("auth", "1", true));
        clock.advance(Duration.ofSeconds(16));
        assertThat(auth().state()).isEqualTo(ServiceState.SILENT);
        assertThat(fleet.replication().instances()).isEmpty();

        clock.advance(Duration.ofMinutes(11));
        assertThat(auth().instances()).hasSize(1);
        fleet.on(report("auth", "2", true));

        assertThat(auth().state()).isEqualTo(ServiceState.UP);
        assertThat(auth().instances())
                .extracting(ServiceView.Instance::instance)
                .containsExactly("2");
    }

    @Test
    void addsUpReplicationOnceAService() {
        fleet.on(report("auth", "1", true));
        fleet.on(report("auth", "2", true));
        fleet.on(report("helper", "3", true));

        ReplicationView all = fleet.replication();

        assertThat(all.instances()).hasSize(3);
        assertThat(all.unsent()).isEqualTo(4);
        assertThat(all.deadLetters()).isEqualTo(6);
        assertThat(all.drifted()).isEqualTo(3);
        assertThat(all.worstLagMillis()).isEqualTo(40);
        assertThat(all.oldestUnsent()).isEqualTo(NOON);
        assertThat(all.incomplete()).containsExactly("auth.branches", "helper.branches");
    }

    private ServiceView auth() {
        return fleet.services().stream()
                .filter(service -> service.service().equals("auth"))
                .findFirst()
                .orElseThrow();
    }

    private ServiceView.Store store() {
        return auth().instances().getFirst().stores().getFirst();
    }

    private InstanceReport report(String service, String instance, boolean storeUp) {
        return new InstanceReport(
                service,
                instance,
                "1.0",
                clock.instant(),
                clock.instant(),
                1 << 20,
                List.of(new StoreReport("db", storeUp, storeUp ? "PostgreSQL 18" : null, null, null)),
                List.of(new Lag(service + ".branches", "branchowner", 40)),
                new ReplicationState(
                        service,
                        true,
                        new OutboxState(1, 2, NOON, true),
                        List.of(new QueueState(service + ".branches", true, 3L, 0, 0, 0, List.of())),
                        List.of(new ReplicaState(
                                service + ".branches",
                                "branchowner",
                                "branch",
                                "known_branch",
                                false,
                                null,
                                new Verified(NOON, 1, List.of())))));
    }
}

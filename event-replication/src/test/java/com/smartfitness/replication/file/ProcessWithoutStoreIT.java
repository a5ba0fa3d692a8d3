package com.smartfitness.replication.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.greeters.Greeters;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.replication.example.visitors.MemberNames;
import com.smartfitness.replication.example.visitors.VisitorsApplication;
import com.smartfitness.replication.operations.OutboxGauges;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import com.smartfitness.replication.operations.ReplicationState;
import com.smartfitness.replication.operations.ReplicationState.ReplicaState;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.replication.snapshot.SnapshotResponder;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class ProcessWithoutStoreIT {

    @TempDir
    private Path directory;

    private final BrokerFacts broker = Stores.broker().newVirtualHost("members", "visitors");

    @Test
    void knowsWhatItHasCopiedAfterARestartWithoutTheSource() {
        try (RunningService members = members()) {
            members.bean(Members.class).join("M1", "Ahn");
            try (RunningService visitors = visitors()) {
                Eventually.holds(
                        "the member of before is known",
                        () -> nameOf(visitors, "M1").equals("Ahn"));
                members.bean(Members.class).join("M2", "Baek");
                Eventually.holds(
                        "the new member is known", () -> nameOf(visitors, "M2").equals("Baek"));
                Eventually.holds("the copy is complete", () -> isReady(visitors));
            }
        }

        try (RunningService visitors = visitors()) {
            assertThat(nameOf(visitors, "M1")).isEqualTo("Ahn");
            assertThat(nameOf(visitors, "M2")).isEqualTo("Baek");
            Eventually.holds("it is ready without the source", () -> isReady(visitors));
        }
    }

    @Test
    void copiesAnewWhatWasDamaged() throws Exception {
        try (RunningService members = members()) {
            members.bean(Members.class).join("M1", "Ahn");
            try (RunningService visitors = visitors()) {
                Eventually.holds("the copy is complete", () -> isReady(visitors));
            }
            Files.writeString(file(), "a fragment");

            try (RunningService visitors = visitors()) {
                Eventually.holds("the copy is complete again", () -> isReady(visitors));
                assertThat(nameOf(visitors, "M1")).isEqualTo("Ahn");
            }
        }
    }

    @Test
    void isReadyBeforeACopyThatDecidesNothingIsCompleteAndCompletesItAllTheSame() {
        try (RunningService greeters = process(Greeters.class)) {
            Eventually.holds("it is ready without the source", () -> isReady(greeters));
            assertThat(replica(greeters).ready()).isFalse();

            try (RunningService members = members()) {
                members.bean(Members.class).join("M1", "Ahn");
                Eventually.holds("the copy is complete", () -> replica(greeters).ready());
            }
        }
    }

    @Test
    void hasNothingThatPublishes() {
        try (RunningService visitors = visitors()) {
            assertThat(visitors.beans(Relay.class)).isEmpty();
            assertThat(visitors.beans(EventPublisher.class)).isEmpty();
            assertThat(visitors.beans(SnapshotResponder.class)).isEmpty();
            assertThat(visitors.beans(OutboxGauges.class)).isEmpty();
            ReplicationState state = visitors.bean(ReplicationStatus.class).state();
            assertThat(state.outbox()).isNull();
            assertThat(state.queues()).extracting("queue").containsExactly("visitors.members");
        }
    }

    private RunningService members() {
        return RunningService.start(
                MembersApplication.class, "members", broker, Stores.postgres().newDatabase());
    }

    private RunningService visitors() {
        return process(VisitorsApplication.class);
    }

    private RunningService process(Class<?> application) {
        return RunningService.startWithoutStore(application, "visitors", broker, "replication.file=" + file());
    }

    private static ReplicaState replica(RunningService process) {
        return process.bean(ReplicationStatus.class).state().replicas().getFirst();
    }

    private Path file() {
        return directory.resolve("replicas");
    }

    private static String nameOf(RunningService visitors, String memberId) {
        return visitors.bean(MemberNames.class).of(memberId);
    }

    private static boolean isReady(RunningService visitors) {
        return visitors.bean(ReplicationHealthIndicator.class)
                .health()
                .getStatus()
                .equals(Status.UP);
    }
}

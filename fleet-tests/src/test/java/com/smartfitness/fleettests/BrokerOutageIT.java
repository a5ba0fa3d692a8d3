package com.smartfitness.fleettests;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.Condition;
import com.smartfitness.testing.live.LiveEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the broker everybody goes on serving; events wait. */
class BrokerOutageIT {

    @Test
    void confirmationIsAcceptedWithoutTheBrokerAndItsEventArrivesLater() throws Exception {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();

        try (LiveEvents inbox = listen(scene, "0")) {
            String waiting = inbox.awaitEntries(1).getFirst();

            // Others may have killed some before.
            Map<String, Integer> restarts = restartsOfServices();
            RunningFleet.without(List.of("rabbitmq"), () -> {
                assertThat(scene.journey().confirm(scene.owner(), taskId).isSuccess())
                        .isTrue();
                assertThat(scene.asHelper("/api/v1/tasks/" + taskId).text("status"))
                        .isEqualTo("DONE");
                assertThat(scene.asOperator("/api/v1/training-samples").status())
                        .isEqualTo(200);
                assertThat(restartsOfServices()).isEqualTo(restarts);
            });

            assertThat(scene.journey().awaitSample(scene.operator(), taskId).text("correctedResult"))
                    .isEqualTo("양호");
            scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);
            assertInboxMissesNothing(scene, inbox, waiting);
        }
    }

    private static Map<String, Integer> restartsOfServices() {
        return RunningFleet.fleet().conditions().stream()
                .filter(condition -> condition.kind().equals("service"))
                .collect(toMap(Condition::name, Condition::restarts));
    }

    /** The stream that was open all the time, and one that goes on from before the outage. */
    private static void assertInboxMissesNothing(Scene scene, LiveEvents inbox, String before) {
        List<String> told = inbox.awaitEntries(2);
        try (LiveEvents resumed = listen(scene, before)) {
            resumed.awaitUnread(0);
            assertThat(resumed.entries()).containsExactly(told.getLast());
        }
        assertThat(inbox.entries()).hasSize(2).doesNotHaveDuplicates();
    }

    private static LiveEvents listen(Scene scene, String after) {
        return LiveEvents.from(scene.gateway().listen("/api/v1/inbox/stream?after=" + after, scene.owner()));
    }
}

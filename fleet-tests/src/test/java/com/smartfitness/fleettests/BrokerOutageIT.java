package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the broker everybody goes on serving; events wait. */
class BrokerOutageIT {

    @Test
    void confirmationIsAcceptedWithoutTheBrokerAndItsEventArrivesLater() throws Exception {
        Scene scene = Scene.create();
        String taskId = scene.judgedTask();

        RunningFleet.without(List.of("rabbitmq"), () -> {
            assertThat(scene.journey().confirm(scene.owner(), taskId).isSuccess())
                    .isTrue();
            assertThat(scene.asHelper("/api/v1/tasks/" + taskId).text("status")).isEqualTo("DONE");
            assertThat(scene.asOperator("/api/v1/training-samples").status()).isEqualTo(200);
            assertThat(RunningFleet.fleet().conditions())
                    .filteredOn(condition -> condition.kind().equals("service"))
                    .allMatch(condition -> condition.restarts() == 0);
        });

        assertThat(scene.journey().awaitSample(scene.operator(), taskId).text("correctedResult"))
                .isEqualTo("양호");
        scene.journey().awaitDone(scene.owner(), scene.branchId(), taskId);
    }
}

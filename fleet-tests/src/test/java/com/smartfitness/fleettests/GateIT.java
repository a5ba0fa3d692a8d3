package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.devices.Face;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the register of equipment to the opened gate, and without the gate's store. */
class GateIT {

    @Test
    void opensForAFaceAndStaysShutWhileItsStoreIsAway() throws Exception {
        Scene scene = Scene.create();
        String customer = scene.journey().becomeCustomer(Scene.anyAccount());
        String another = scene.journey().becomeCustomer(Scene.anyAccount());
        SigningDevice camera = scene.journey().install(scene.owner(), scene.branchId(), "CAMERA");
        SigningDevice gate = scene.journey().install(scene.owner(), scene.branchId(), "GATE");
        Face face = Face.anybody();
        scene.journey().enrol(customer, camera, face);

        String entry = scene.journey().enter(gate, face).text("accessId");

        String path = "/api/v1/accesses/" + entry;
        for (String token : List.of(customer, scene.owner(), scene.operator())) {
            Answer seen = scene.gateway().get(path, token).orFail();
            assertThat(seen.text("decision")).isEqualTo("GRANTED");
            assertThat(seen.text("outcome")).isEqualTo("OPENED");
        }
        assertThat(scene.gateway().get(path, another).status()).isEqualTo(404);
        assertThat(scene.journey().verify(gate, Face.anybody()).text("reason")).isEqualTo("NO_MATCH");
        String task = scene.judgedTask();

        RunningFleet.without(List.of("redis"), () -> {
            assertUnavailable(scene.journey().verify(gate, face));
            assertUnavailable(scene.gateway().get(path, customer));
            scene.journey().confirm(scene.owner(), task);
            scene.journey().awaitSample(scene.operator(), task);
            scene.journey().awaitDone(scene.owner(), scene.branchId(), task);
            scene.gateway().get("/api/v1/equipment/" + gate.id(), scene.owner()).orFail();
        });

        scene.journey().enter(gate, face);
        GatewayClient.until(() -> scene.gateway().get(path, customer), Answer::isSuccess);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("store-unavailable");
    }
}

package com.smartfitness.bench.gate;

import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes people, gates and a camera known to a running access-service, and enrols the people by the camera. */
final class Enrolment {

    private static final int AT_ONCE = 16;

    private Enrolment() {}

    static void of(People crowd, GateStage stage, TestTokens tokens) throws Exception {
        HttpClient client = stage.door().client();
        Surroundings around = stage.around();
        SigningDevice camera = SigningDevice.create("C-bench", GateStage.PUBLIC_URL);
        List<String> users = crowd.ids();
        around.publishKey(tokens);
        around.publishBranch();
        around.publishDevices(EquipmentType.GATE, stage.gates());
        around.publishDevices(EquipmentType.CAMERA, List.of(camera));
        around.publishUsers(users);
        Eventually.holds(
                "the last user is known",
                Duration.ofMinutes(2),
                () -> client.send(
                                        crowd.enrolment(stage.door().access(), users.size() - 1, camera, tokens),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (int person = 0; person < users.size(); person++) {
            free.acquire();
            var _ = client.sendAsync(
                            crowd.enrolment(stage.door().access(), person, camera, tokens), BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        free.release();
                        if (failure != null || answer.statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                    });
        }
        free.acquire(AT_ONCE);
        if (failed.get() > 0) {
            throw new IOException("%d enrolments failed".formatted(failed.get()));
        }
    }
}

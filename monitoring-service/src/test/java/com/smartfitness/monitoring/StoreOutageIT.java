package com.smartfitness.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service while its database is stopped. */
class StoreOutageIT {

    @Test
    void losesNoErrorAndRaisesNoFalseAlarm() {
        try (TestPostgres store = Stores.startOwnPostgres();
                RunningMonitoring service = RunningMonitoring.start(
                        store.admin().createDatabase("monitoring"),
                        Stores.broker().newVirtualHost(RunningMonitoring.SERVICES))) {
            String branch = Branches.open(service, User.anOwner());
            Device broken = Device.register(service, branch);
            Device well = Device.register(service, branch);
            well.isWell().expect(204);

            store.stop();
            Answer refused = broken.hasAnError("모터 과열").expectProblem(503, "store-unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            Eventually.holds("health says so", () -> health(service).contains("\"db\":{\"status\":\"DOWN\""));
            assertThat(service.send(HttpRequest.newBuilder(service.uri("/actuator/health/liveness")))
                            .status())
                    .isEqualTo(200);
            service.bean(TestClock.class).advance(Duration.ofMinutes(1));
            store.start();

            Eventually.holds(
                    "the error is taken", () -> broken.hasAnError("모터 과열").status() == 204);
            Eventually.holds("health says so", () -> health(service).contains("\"db\":{\"status\":\"UP\""));
            Eventually.holds(
                    "it is told",
                    () -> !service.neighbours()
                            .heard(EquipmentFaultDetectedEvent.class)
                            .isEmpty());
            well.isWell().expect(204);
            assertThat(service.neighbours().heard(EquipmentFaultDetectedEvent.class))
                    .extracting(EquipmentFaultDetectedEvent::equipmentId)
                    .containsExactly(broken.id());
        }
    }

    private static String health(RunningMonitoring service) {
        return service.send(HttpRequest.newBuilder(service.uri("/actuator/health")))
                .response()
                .body();
    }
}

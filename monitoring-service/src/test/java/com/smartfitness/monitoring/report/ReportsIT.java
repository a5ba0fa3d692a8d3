package com.smartfitness.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentRecoveredEvent;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.Answer;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.TestClock;
import com.smartfitness.monitoring.User;
import com.smartfitness.testing.stores.Eventually;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportsIT {

    private static RunningMonitoring service;
    private static User owner;
    private static String branch;

    private final Device gate = Device.register(service, branch);

    @BeforeAll
    static void openABranch() {
        service = RunningMonitoring.shared();
        owner = User.anOwner();
        branch = Branches.open(service, owner);
    }

    @Test
    void keepsWhatIsNew() {
        gate.isWell().expect(204);
        gate.isWell().expect(204);
        gate.hasAnError("모터 과열").expect(204);
        gate.hasAnError("문이 닫히지 않음").expect(204);

        Answer history = service.get(gate.path(), owner).expect(200);

        assertThat(history.items("detail")).containsExactly("문이 닫히지 않음", "모터 과열", "");
        assertThat(history.items("health")).containsExactly("ERROR", "ERROR", "OK");
        Answer first = service.get(gate.path() + "?limit=2", owner);
        assertThat(service.get(gate.path() + "?limit=2&cursor=" + first.text("next"), owner)
                        .items("health"))
                .containsExactly("OK");
        service.get(gate.path(), User.anOwner()).expectProblem(404, "equipment-not-found");
    }

    @Test
    void repeatsItselfInTheHistoryNowAndThen() {
        gate.isWell().expect(204);
        service.bean(TestClock.class).advance(Duration.ofMinutes(5));

        gate.isWell().expect(204);

        assertThat(service.get(gate.path(), owner).items("health")).containsExactly("OK", "OK");
    }

    @Test
    void takesReportsOfManyAtATime() throws Exception {
        List<Device> devices = IntStream.range(0, 40)
                .mapToObj(_ -> Device.register(service, branch))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> reports = devices.stream()
                    .map(device -> (Callable<Integer>) () -> device.isWell().status())
                    .toList();
            assertThat(threads.invokeAll(reports).stream().map(Future::resultNow))
                    .containsOnly(204);
        }

        assertThat(devices).allSatisfy(device -> assertThat(stateOf(device)).isEqualTo("OK"));
    }

    @Nested
    class AnError {

        @Test
        void isAFaultAtOnceAndOne() {
            Instant before = gate.now();
            gate.isWell().expect(204);
            gate.hasAnError("모터 과열").expect(204);
            gate.hasAnError("모터 과열").expect(204);

            EquipmentFaultDetectedEvent fault = detected();
            assertThat(fault)
                    .extracting(
                            EquipmentFaultDetectedEvent::branchId,
                            EquipmentFaultDetectedEvent::equipmentName,
                            EquipmentFaultDetectedEvent::equipmentType,
                            EquipmentFaultDetectedEvent::faultType,
                            EquipmentFaultDetectedEvent::description)
                    .containsExactly(branch, "정문 게이트", EquipmentType.GATE, FaultType.STATUS_ERROR, "모터 과열");
            assertThat(fault.detectedAt()).isBetween(before, gate.now());
            assertThat(faults("open=true")).containsExactly(fault.faultId());
        }

        @Test
        void isOverOnceTheEquipmentHasBeenWellForAWhile() {
            gate.hasAnError("모터 과열").expect(204);
            EquipmentFaultDetectedEvent fault = detected();

            wait(10);
            gate.isWell().expect(204);
            wait(20);
            gate.hasAnError("모터 과열").expect(204);
            for (int i = 0; i < 3; i++) {
                wait(10);
                gate.isWell().expect(204);
            }
            assertThat(faults("open=true")).containsExactly(fault.faultId());
            wait(10);
            gate.isWell().expect(204);

            EquipmentRecoveredEvent over = Eventually.becomes(
                                            "the recovery is told",
                                            () -> service.neighbours().heardOf(fault.faultId()),
                                            events -> events.size() == 2)
                                    .getLast()
                            instanceof EquipmentRecoveredEvent recovered
                    ? recovered
                    : null;
            assertThat(over).isNotNull();
            assertThat(over.recoveredAt()).isAfter(fault.detectedAt());
            assertThat(faults("open=true")).isEmpty();
            assertThat(faults("open=false")).containsExactly(fault.faultId());
            gate.hasAnError("다시").expect(204);
            assertThat(faults("open=true")).hasSize(1).doesNotContain(fault.faultId());
        }

        @Test
        void isNoFaultOfEquipmentThatIsTakenOutOfService() {
            gate.hasAnError("모터 과열").expect(204);
            EquipmentFaultDetectedEvent fault = detected();

            service.put(
                            "/api/v1/equipment/" + gate.id(),
                            "{\"name\": \"정문\", \"pingAddress\": \"127.0.0.1:1\", \"status\": \"OUT_OF_SERVICE\"}",
                            "\"1\"",
                            owner)
                    .expect(200);

            Eventually.holds(
                    "the end is told",
                    () -> service.neighbours().heardOf(fault.faultId()).size() == 2);
            gate.hasAnError("모터 과열").expectProblem(401, "invalid-device-proof");
        }

        private EquipmentFaultDetectedEvent detected() {
            return Eventually.becomes(
                            "the fault is told",
                            () -> service.neighbours().heard(EquipmentFaultDetectedEvent.class).stream()
                                    .filter(event -> event.equipmentId().equals(gate.id()))
                                    .toList(),
                            events -> !events.isEmpty())
                    .getFirst();
        }

        private List<String> faults(String filter) {
            return service.get("/api/v1/equipment-faults?equipmentId=" + gate.id() + "&" + filter, owner)
                    .expect(200)
                    .items("faultId");
        }

        private void wait(int seconds) {
            service.bean(TestClock.class).advance(Duration.ofSeconds(seconds));
        }
    }

    @Nested
    class BadInput {

        private final String body = Device.body("ERROR", "무엇", gate.now());

        @Test
        void isRefusedUnlessTheEquipmentHasSignedIt() {
            Device another = Device.register(service, branch);
            Device unknown = new Device(service, gate.signer().registeredAs("E-unknown"), branch);
            Device forger = new Device(service, another.signer().registeredAs(gate.id()), branch);

            gate.send(gate.path(), body, "nonsense").expectProblem(401, "invalid-device-proof");
            gate.send(gate.path(), body + " ", gate.proof(gate.path(), body))
                    .expectProblem(401, "invalid-device-proof");
            unknown.isWell().expectProblem(401, "invalid-device-proof");
            forger.isWell().expectProblem(401, "invalid-device-proof");
            another.send(gate.path(), body, another.proof(gate.path(), body)).expectProblem(403, "forbidden");
            assertNothingHappened();
        }

        @Test
        void isRefusedTheSecondTime() {
            String proof = gate.proof(gate.path(), body);
            gate.send(gate.path(), body, proof).expect(204);
            String at = lastHeard();

            gate.send(gate.path(), body, proof).expectProblem(401, "invalid-device-proof");

            assertThat(lastHeard()).isEqualTo(at);
        }

        @Test
        void isRefusedOutOfItsTime() {
            gate.report("ERROR", null, gate.now().plusSeconds(60)).expectProblem(422, "report-out-of-time");
            gate.report("ERROR", null, gate.now().minusSeconds(601)).expectProblem(422, "report-out-of-time");
            assertNothingHappened();
        }

        @Test
        void isRefusedWhereItIsNoReport() {
            for (String wrong : List.of(
                    "{}",
                    "{\"health\": \"FINE\", \"at\": \"" + gate.now() + "\"}",
                    Device.body("OK", "x".repeat(201), gate.now()),
                    Device.body("OK", null, gate.now()).replace("}", ", \"more\": 1}"))) {
                gate.send(gate.path(), wrong, gate.proof(gate.path(), wrong)).expectProblem(400, "invalid-request");
            }
            String large = "{\"detail\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";
            gate.send(gate.path(), large, gate.proof(gate.path(), large)).expectProblem(413, "content-too-large");
            assertNothingHappened();
        }

        @Test
        void isCounted() {
            gate.send(gate.path(), body, "nonsense");

            assertThat(service.send(HttpRequest.newBuilder(service.uri("/actuator/prometheus")))
                            .response()
                            .body())
                    .containsPattern(
                            "http_server_requests_seconds_count\\{[^}]*status=\"401\",uri=\"/api/v1/equipment/\\{equipmentId}/reports\"");
        }

        private void assertNothingHappened() {
            assertThat(service.get(gate.path(), owner).items("health")).isEmpty();
            assertThat(service.get("/api/v1/equipment-faults?equipmentId=" + gate.id(), owner)
                            .items("faultId"))
                    .isEmpty();
        }

        private String lastHeard() {
            return service.database()
                    .sql("select heard_at::text from equipment_state where equipment_id = ?")
                    .param(gate.id())
                    .query(String.class)
                    .single();
        }
    }

    private static String stateOf(Device device) {
        return service.database()
                .sql("select health from equipment_state where equipment_id = ?")
                .param(device.id())
                .query(String.class)
                .single();
    }
}

package com.smartfitness.monitoring.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.AccessDeniedEvent;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.events.AccessMethod;
import com.smartfitness.monitoring.Answer;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.User;
import com.smartfitness.testing.stores.Eventually;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OperationsIT {

    private static final String PATH = "/api/v1/operations";
    private static final User OPERATOR = User.anOperator();

    private final RunningMonitoring service = RunningMonitoring.shared();
    private String branch;

    @BeforeEach
    void openABranch() {
        branch = Branches.open(service, User.anOwner());
    }

    @Test
    void countsEquipmentByState() {
        Device.register(service, branch);
        Device.register(service, branch).isWell().expect(204);
        Device.register(service, branch).hasAnError("모터 과열").expect(204);
        service.put(
                        "/api/v1/equipment/" + Device.register(service, branch).id(),
                        "{\"name\": \"정문\", \"pingAddress\": \"127.0.0.1:1\", \"status\": \"OUT_OF_SERVICE\"}",
                        "\"1\"",
                        OPERATOR)
                .expect(200);

        Answer counts =
                service.get(PATH + "/equipment?branchId=" + branch, OPERATOR).expect(200);

        assertThat(counts.json()
                        .valueStream()
                        .map(row -> row.path("branchName").asString("") + " "
                                + row.path("equipmentType").asString("") + " "
                                + row.path("state").asString("") + " "
                                + row.path("count").asInt()))
                .containsExactly(
                        "강남점 GATE FAULTY 1", "강남점 GATE OUT_OF_SERVICE 1", "강남점 GATE UNHEARD 1", "강남점 GATE WELL 1");
    }

    @Test
    void countsEntriesByBranchAndHour() {
        Instant morning = Instant.parse("2026-11-02T23:59:59Z");
        granted(morning);
        granted(morning.plusSeconds(1));
        granted(morning.plusSeconds(2));
        denied(morning.plusSeconds(3));

        String period = "&from=2026-11-02T22:00:00Z&to=2026-11-03T12:00:00Z";
        JsonNode hours = Eventually.becomes(
                "all are counted",
                () -> service.get(PATH + "/entries?branchId=" + branch + period, OPERATOR)
                        .json(),
                rows -> rows.valueStream()
                                .mapToInt(row -> row.path("granted").asInt()
                                        + row.path("denied").asInt())
                                .sum()
                        == 4);

        assertThat(hours.valueStream()
                        .map(row -> row.path("hour").asString("") + " "
                                + row.path("granted").asInt() + " "
                                + row.path("denied").asInt()))
                .containsExactly("2026-11-02T23:00:00Z 1 0", "2026-11-03T00:00:00Z 2 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-11-03T00:00:00Z&to=2026-11-02T00:00:00Z",
                "from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"
            })
    void refusesPeriodsThatCannotBe(String period) {
        service.get(PATH + "/entries?" + period, OPERATOR).expectProblem(400, "invalid-period");
    }

    @Test
    void showsTheFleetByWhatItsProcessesTell() {
        JsonNode own = Eventually.becomes(
                "this service has told of itself",
                () -> fleetService("monitoring"),
                one -> one.path("state").asString("").equals("UP"));

        JsonNode instance = own.path("instances").get(0);
        assertThat(instance.path("memory").asLong()).isPositive();
        assertThat(instance.path("stores").get(0).path("version").asString()).startsWith("PostgreSQL ");
        assertThat(instance.path("stores").get(0).path("up").asBoolean()).isTrue();
        assertThat(instance.path("stores").get(0).path("memory").asLong()).isPositive();
        assertThat(instance.path("stores").get(0).path("size").asLong()).isPositive();
        assertThat(fleetService("access").path("state").asString()).isEqualTo("UNHEARD");
        JsonNode replication =
                service.get(PATH + "/replication", OPERATOR).expect(200).json();
        assertThat(replication.path("deadLetters").isNumber()).isTrue();
        assertThat(replication.at("/instances/0/service").asString()).isEqualTo("monitoring");
        assertThat(replication.at("/instances/0/state/queues").values())
                .extracting(queue -> queue.path("queue").asString())
                .contains("monitoring.branches");
    }

    private JsonNode fleetService(String name) {
        return service.get(PATH + "/fleet", OPERATOR)
                .expect(200)
                .json()
                .valueStream()
                .filter(one -> one.path("service").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsFaultsAsTheyComeAndGo() throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    service.request(PATH + "/live", OPERATOR).GET().build();
            HttpResponse<InputStream> stream = http.send(request, BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> read(stream.body(), lines));
            Device gate = Device.register(service, branch);

            gate.hasAnError("모터 과열").expect(204);

            Eventually.holds(
                    "the fault is told",
                    () -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(gate.id())));
            assertThat(lines)
                    .contains("event:fleet", "event:replication", "event:equipment", "event:entries", "event:fault");
            stream.body().close();
        }
    }

    private static void read(InputStream body, Queue<String> lines) {
        try (Stream<String> all = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines()) {
            all.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            lines.add("closed");
        }
    }

    private void granted(Instant at) {
        service.neighbours()
                .say(1, new AccessGrantedEvent(id(), branch, "E-1", AccessMethod.QR, "U-1", null, null, null, at));
    }

    private void denied(Instant at) {
        service.neighbours()
                .say(
                        1,
                        new AccessDeniedEvent(
                                id(), branch, "E-1", AccessMethod.FACE, "NO_MATCH", 0.1, 0.0, "face-1", at));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

package com.smartfitness.devices.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.devices.Face;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.testing.stores.Eventually;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);

    /** What a device has sent. */
    private record Request(String path, String device, JsonNode body) {

        String health() {
            return body.path("health").asString("");
        }
    }

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Tally tally = new Tally();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PingPort port = PingPort.open();
    private HttpServer fleet;
    private volatile int status = 204;
    private volatile String answer = "";

    @BeforeEach
    void openTheFleet() throws IOException {
        fleet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fleet.createContext("/", this::answer);
        fleet.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        fleet.start();
    }

    @AfterEach
    void closeTheFleet() {
        fleet.stop(0);
        http.close();
    }

    @Test
    void reportsForEachDeviceInItsName() {
        try (Simulation _ = simulation(0, 0, 0, List.of())) {
            Eventually.holds("a few reports are taken", () -> tally.counts().taken() > 3);
        }

        assertThat(requests).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/api/v1/equipment/E-1/reports");
            assertThat(request.device()).isEqualTo("E-1");
            assertThat(request.health()).isEqualTo("OK");
            assertThat(request.body().path("at").asString("")).isNotEmpty();
        });
    }

    @Test
    void sendsAnErrorUntilItIsTaken() {
        status = 503;
        try (Simulation _ = simulation(6_000, 0, 0, List.of())) {
            Eventually.holds(
                    "it says that something is wrong", () -> tally.counts().faulty() == 1);
            Eventually.holds("it is well again", () -> tally.counts().faulty() == 0);
            assertThat(tally.counts().taken()).isZero();
            status = 204;

            Eventually.holds(
                    "the error is taken",
                    () -> requests.stream().anyMatch(request -> request.health().equals("ERROR")));
        }
    }

    @Test
    void neitherReportsNorAnswersInSilence() {
        assertThat(answersPings()).isTrue();
        try (Simulation _ = simulation(0, 6_000, 0, List.of())) {
            Eventually.holds("it is silent", () -> tally.counts().silent() == 1);
            assertThat(answersPings()).isFalse();
            Eventually.holds("it is back", () -> tally.counts().silent() == 0);
            assertThat(answersPings()).isTrue();
        }

        assertThat(answersPings()).isFalse();
    }

    @Test
    void opensTheGateAndSaysSo() {
        status = 201;
        answer = "{\"accessId\":\"A-1\",\"decision\":\"GRANTED\",\"command\":\"…\"}";
        try (Simulation _ = simulation(0, 0, 6_000, List.of(Face.anybody()))) {
            Eventually.holds(
                    "it says so",
                    () -> requests.stream()
                            .anyMatch(request -> request.path().equals("/api/v1/accesses/A-1/outcome")
                                    && request.body().path("opened").asBoolean(false)));
        }

        assertThat(requests)
                .filteredOn(request -> request.path().equals("/api/v1/gates/E-1/verifications"))
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.body().path("template").asString("")).hasSize(2732));
        assertThat(tally.counts().opened()).isPositive();
    }

    private Simulation simulation(int faults, int silences, int entries, List<Face> faces) {
        SigningDevice device = SigningDevice.create("E-1", fleetUri().toString());
        List<Equipment> equipment = List.of(new Equipment(device, "B-1", port));
        Duration misfortune = Duration.ofMillis(200);
        Happenings happenings = new Happenings(SOON, faults, misfortune, silences, misfortune, NEVER, entries, 1);
        return Simulation.start(equipment, equipment, faces, happenings, new DeviceLink(http, fleetUri()), tally);
    }

    private URI fleetUri() {
        return URI.create("http://127.0.0.1:" + fleet.getAddress().getPort());
    }

    private boolean answersPings() {
        String[] address = port.address().split(":");
        try (Socket _ = new Socket(address[0], Integer.parseInt(address[1]))) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestURI().getPath(),
                device(exchange.getRequestHeaders().getFirst("Device-Proof")),
                JsonMapper.shared().readTree(body)));
        byte[] bytes = status == 201 ? answer.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String device(String proof) {
        try {
            return SignedJWT.parse(proof).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}

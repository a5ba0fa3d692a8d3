package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Enrols people at a running access-service, and has gates ask who stands before them. */
public final class GateLoad {

    private static final String PUBLIC_URL = "https://localhost:8080";
    private static final int DIMENSION = 512;
    private static final int ENROLLING_AT_ONCE = 16;

    /** So many that none comes near what one gate may ask for. */
    private static final int GATES = 100;

    private final Consumer<String> progress;
    private final Function<String, List<String>> jvm;
    private final List<SigningDevice> gates;

    /** @param jvm options of a service's JVM, by its name */
    public GateLoad(Consumer<String> progress, Function<String, List<String>> jvm) {
        this.progress = progress;
        this.jvm = jvm;
        this.gates = IntStream.range(0, GATES)
                .mapToObj(i -> SigningDevice.create("G-bench-" + i, PUBLIC_URL))
                .toList();
    }

    /**
     * What was found.
     *
     * @param readyAfter seconds from the start of the process until all faces were in memory
     * @param steps of what was asked directly, by name
     */
    public record Result(double readyAfter, Latency directly, Latency throughGateway, Map<String, Steps.Step> steps) {}

    /** Measures with this many enrolled faces, at so many questions a second. */
    public Result run(int people, int rate, int warmUp, int seconds) throws Exception {
        Path folder = Files.createTempDirectory("bench-gate-");
        try (RedisServer store = RedisServer.temporary();
                RabbitServer broker = RabbitServer.temporary()) {
            store.start();
            broker.start();
            BrokerDefinitions definitions =
                    new BrokerDefinitions("gate", user -> UUID.randomUUID().toString());
            for (String service : List.of("access", "auth", "branchowner", "monitoring", "mlops", "gateway")) {
                definitions.service(service);
            }
            BrokerFacts facts = broker.define(definitions);
            Door door = new Door(facts, store.ensureUser("access"), folder, jvm);
            People crowd = new People(people, DIMENSION);
            try (Surroundings around = new Surroundings(facts)) {
                around.hearOfEntries();
                try (ServiceProcess _ = door.startAccess()) {
                    enrol(door, around, crowd);
                }
                progress.accept("Starting with all faces");
                try (ServiceProcess access = door.startAccess()) {
                    Latency directly = measure(door, door.access(), crowd, rate, warmUp, seconds);
                    Map<String, Steps.Step> steps = Steps.of(door.client(), door.access());
                    progress.accept("The same through the gateway");
                    try (ServiceProcess _ = door.startGateway()) {
                        Latency throughGateway = measure(door, door.gateway(), crowd, rate, warmUp, seconds);
                        return new Result(access.secondsToReady(), directly, throughGateway, steps);
                    }
                }
            }
        }
    }

    private Latency measure(Door door, URI at, People crowd, int rate, int warmUp, int seconds) {
        progress.accept("Warming up, %d s".formatted(warmUp));
        door.connect(at, GATES);
        load(door.client(), at, crowd).run(rate, warmUp);
        progress.accept("Measuring, %d s".formatted(seconds));
        OpenLoop load = load(door.client(), at, crowd);
        load.run(rate, seconds);
        return load.latency();
    }

    private OpenLoop load(HttpClient client, URI at, People crowd) {
        return new OpenLoop(
                client,
                number -> {
                    SigningDevice gate = gates.get(number % gates.size());
                    String path = "/api/v1/gates/%s/verifications".formatted(gate.id());
                    byte[] body = crowd.question(number);
                    return HttpRequest.newBuilder(at.resolve(path))
                            .header("Content-Type", "application/json")
                            .header("Device-Proof", gate.proof("POST", path, body))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
                },
                (number, answer) -> answer.statusCode() == 201
                        && new String(answer.body(), StandardCharsets.UTF_8).contains("\"GRANTED\"")
                                == People.isEnrolled(number));
    }

    private void enrol(Door door, Surroundings around, People crowd) throws Exception {
        HttpClient client = door.client();
        TestTokens tokens = TestTokens.create();
        SigningDevice camera = SigningDevice.create("C-bench", PUBLIC_URL);
        List<String> users = crowd.ids();
        progress.accept("Enrolling %d faces".formatted(users.size()));
        around.publishKey(tokens);
        around.publishBranch();
        around.publishDevices(EquipmentType.GATE, gates);
        around.publishDevices(EquipmentType.CAMERA, List.of(camera));
        around.publishUsers(users);
        Eventually.holds(
                "the last user is known",
                Duration.ofMinutes(2),
                () -> client.send(
                                        crowd.enrolment(door.access(), users.size() - 1, camera, tokens),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        Semaphore free = new Semaphore(ENROLLING_AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (int person = 0; person < users.size(); person++) {
            free.acquire();
            var _ = client.sendAsync(crowd.enrolment(door.access(), person, camera, tokens), BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        free.release();
                        if (failure != null || answer.statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                    });
        }
        free.acquire(ENROLLING_AT_ONCE);
        if (failed.get() > 0) {
            throw new IOException("%d enrolments failed".formatted(failed.get()));
        }
    }
}

package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.RedisServer;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestDevice;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Enrols people at a running access-service, and has gates ask who stands before them. */
public final class GateLoad {

    private static final String PUBLIC_URL = "https://localhost:8080";
    private static final int DIMENSION = 512;
    private static final int ENROLLING_AT_ONCE = 16;

    /** So many that none comes near what one gate may ask for. */
    private static final int GATES = 100;

    private final Consumer<String> progress;
    private final List<String> jvm;

    public GateLoad(Consumer<String> progress, List<String> jvm) {
        this.progress = progress;
        this.jvm = jvm;
    }

    /**
     * What was found.
     *
     * @param readyAfter seconds from the start of the process until all faces were in memory
     */
    public record Result(double readyAfter, Latency latency) {}

    /** Measures with this many enrolled faces, at so many questions a second. */
    public Result run(int people, int rate, int warmUp, int seconds) throws Exception {
        Path folder = Files.createTempDirectory("bench-gate-");
        try (RedisServer store = RedisServer.temporary();
                RabbitServer broker = RabbitServer.temporary();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            store.start();
            broker.start();
            RedisFacts redis = store.ensureUser("access");
            BrokerDefinitions definitions =
                    new BrokerDefinitions("gate", user -> UUID.randomUUID().toString());
            for (String service : List.of("access", "auth", "branchowner", "monitoring", "mlops")) {
                definitions.service(service);
            }
            BrokerFacts facts = broker.define(definitions);
            List<TestDevice> gates = IntStream.range(0, GATES)
                    .mapToObj(i -> TestDevice.create("G-bench-" + i, PUBLIC_URL))
                    .toList();
            People crowd = new People(people, DIMENSION);
            try (AccessProcess service = AccessProcess.start(redis, facts, folder, jvm);
                    Surroundings around = new Surroundings(facts)) {
                enrol(client, service, around, crowd, gates);
            }
            progress.accept("Starting with all faces");
            try (AccessProcess service = AccessProcess.start(redis, facts, folder, jvm)) {
                progress.accept("Warming up, %d s".formatted(warmUp));
                load(client, service, crowd, gates).run(rate, warmUp);
                progress.accept("Measuring, %d s".formatted(seconds));
                OpenLoop load = load(client, service, crowd, gates);
                load.run(rate, seconds);
                return new Result(service.secondsToReady(), load.latency());
            }
        }
    }

    private static OpenLoop load(HttpClient client, AccessProcess service, People crowd, List<TestDevice> gates) {
        return new OpenLoop(client, number -> {
            TestDevice gate = gates.get(number % gates.size());
            String path = "/api/v1/gates/%s/verifications".formatted(gate.id());
            byte[] body = crowd.question();
            return HttpRequest.newBuilder(service.address().resolve(path))
                    .header("Content-Type", "application/json")
                    .header("Device-Proof", gate.proof("POST", path, body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
        });
    }

    private void enrol(
            HttpClient client, AccessProcess service, Surroundings around, People crowd, List<TestDevice> gates)
            throws Exception {
        TestTokens tokens = TestTokens.create();
        TestDevice camera = TestDevice.create("C-bench", PUBLIC_URL);
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
                () -> status(client, crowd.enrolment(service.address(), users.size() - 1, camera, tokens)) == 200);
        Semaphore free = new Semaphore(ENROLLING_AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        for (int person = 0; person < users.size(); person++) {
            free.acquire();
            var _ = client.sendAsync(
                            crowd.enrolment(service.address(), person, camera, tokens), BodyHandlers.discarding())
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

    private static int status(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}

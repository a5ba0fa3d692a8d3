package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServerUse;
import com.smartfitness.devices.SigningDevice;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What access-service runs on and beside: its store, the broker, what the other services say, and gates. */
final class GateStage implements AutoCloseable {

    static final String PUBLIC_URL = "https://localhost:8080";

    /** So many that none comes near what one gate may ask for. */
    private static final int GATES = 100;

    private final RedisServer store = RedisServer.temporary();
    private final RabbitServer broker = RabbitServer.temporary();
    private final Door door;
    private final Surroundings around;
    private final List<SigningDevice> gates;

    /** @param jvm options of a service's JVM, by its name */
    GateStage(Function<String, List<String>> jvm) throws IOException {
        store.start();
        broker.start();
        BrokerDefinitions definitions =
                new BrokerDefinitions("gate", user -> UUID.randomUUID().toString());
        for (String service : List.of("access", "auth", "branchowner", "monitoring", "mlops", "gateway")) {
            definitions.service(service);
        }
        BrokerFacts facts = broker.admin().define(definitions);
        door = new Door(facts, store.ensureUser("access"), Files.createTempDirectory("bench-gate-"), jvm);
        around = new Surroundings(facts);
        around.hearOfEntries();
        gates = IntStream.range(0, GATES)
                .mapToObj(i -> SigningDevice.create("G-bench-" + i, PUBLIC_URL))
                .toList();
    }

    Door door() {
        return door;
    }

    Surroundings around() {
        return around;
    }

    List<SigningDevice> gates() {
        return gates;
    }

    /**
     * Questions by template, each signed by a gate, through a door that is either access-service or the gateway. A gate has
     * one connection, and who comes while it waits for an answer waits too.
     */
    OpenLoop templates(URI at, People crowd) {
        return new OpenLoop(
                        door.client(),
                        number -> question(at, number, "application/json", crowd.question(number)),
                        (number, answer) -> answer.statusCode() == 201
                                && new String(answer.body(), StandardCharsets.UTF_8).contains("\"GRANTED\"")
                                        == People.isEnrolled(number))
                .atOnce(gates.size());
    }

    /** A question that one of the gates has signed. */
    HttpRequest question(URI at, int number, String type, byte[] body) {
        SigningDevice gate = gates.get(number % gates.size());
        String path = "/api/v1/gates/%s/verifications".formatted(gate.id());
        return HttpRequest.newBuilder(at.resolve(path))
                .header("Content-Type", type)
                .header("Device-Proof", gate.proof("POST", path, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Processor time that stores and gates have used, by name. */
    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("Redis", ServerUse.below(store.directory()).cpuSeconds());
        seconds.put("RabbitMQ", ServerUse.below(broker.directory()).cpuSeconds());
        seconds.put("gates", ServerUse.ofThisProcess().cpuSeconds());
        return seconds;
    }

    @Override
    public void close() {
        around.close();
        broker.close();
        store.close();
    }
}

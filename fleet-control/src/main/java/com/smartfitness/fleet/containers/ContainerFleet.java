package com.smartfitness.fleet.containers;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The fleet of docker-compose.yml. Its data are in the engine's volumes, what is generated for it in its folder. */
public final class ContainerFleet {

    private static final List<String> IMAGES = List.of(
            "eclipse-temurin:25-jdk", "eclipse-temurin:25-jre", "postgres:18", "redis:8", "rabbitmq:4-management");
    private static final String TRACES = "jaegertracing/jaeger:2.11.0";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int POLL = 500;
    private static final int PATIENCE = 4;

    private final FleetHome home;
    private final Engine engine;

    /**
     * @param home of the fleet in containers alone
     * @param port of the gateway on this machine
     * @throws StackException that says what the machine lacks
     */
    public ContainerFleet(Path project, FleetHome home, int port) {
        this.home = home;
        this.engine = Engine.find(
                project,
                Map.of("FLEET_MOUNTED", home.folder().resolve("mounted").toString(), "FLEET_PORT", "" + port));
    }

    /** Makes images and containers that are missing or out of date, and starts all that do not run. */
    public void start() {
        IMAGES.forEach(engine::require);
        new Mounted(home).write();
        engine.compose("build", "--quiet");
        // The fleet does without traces where their collector cannot be had.
        Engine traced = engine.has(TRACES) ? withTraces() : engine.with("FLEET_TRACING_ENDPOINT", "false");
        traced.compose("up", "--detach", "--remove-orphans");
    }

    /**
     * Waits until all are healthy.
     *
     * @param healthy hears of each when it has become so
     * @throws StackException that names those that do not
     */
    public void awaitHealthy(Consumer<String> healthy) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Set<String> told = new HashSet<>();
        while (true) {
            List<String[]> containers =
                    engine.health().stream().map(line -> line.split(" ")).toList();
            containers.stream()
                    .filter(container -> container[1].equals("healthy") && told.add(container[0]))
                    .forEach(container -> healthy.accept(container[0]));
            List<String> awaited = containers.stream()
                    .filter(container -> !container[1].equals("healthy"))
                    .map(container -> container[0])
                    .sorted()
                    .toList();
            if (awaited.isEmpty() && !containers.isEmpty()) {
                return;
            }
            boolean hopeless = containers.stream().anyMatch(container -> Integer.parseInt(container[2]) >= PATIENCE);
            if (hopeless || System.nanoTime() > deadline) {
                throw new StackException(
                        "Not healthy: %s; docker logs may say why".formatted(String.join(", ", awaited)));
            }
            Thread.sleep(POLL);
        }
    }

    /** Whether any of it runs. */
    public boolean isUp() {
        return !engine.health().isEmpty();
    }

    /** Ends and removes the containers; volumes stay. */
    public void stop() {
        withTraces().compose("down", "--remove-orphans");
    }

    /** Removes the volumes of a fleet that is down. */
    public void removeData() {
        withTraces().compose("down", "--volumes");
    }

    private Engine withTraces() {
        return engine.with("COMPOSE_PROFILES", "traces");
    }
}

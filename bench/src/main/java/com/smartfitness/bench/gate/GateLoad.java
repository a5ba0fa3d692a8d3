package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Enrols people at a running access-service, and has gates ask who stands before them. */
public final class GateLoad {

    private final Consumer<String> progress;
    private final Function<String, List<String>> jvm;

    /** @param jvm options of a service's JVM, by its name */
    public GateLoad(Consumer<String> progress, Function<String, List<String>> jvm) {
        this.progress = progress;
        this.jvm = jvm;
    }

    /**
     * What was found.
     *
     * @param readyAfter seconds from the start of the process until all faces were in memory
     * @param steps of what was asked directly, by name
     */
    public record Result(double readyAfter, Way directly, Way throughGateway, Map<String, Steps.Step> steps) {}

    /**
     * How gates were answered on one way.
     *
     * @param cpu milliseconds of processor time for a question, by who took it
     */
    public record Way(Latency latency, Map<String, Double> cpu) {}

    /** Measures with this many enrolled faces, at so many questions a second. */
    public Result run(int people, int rate, int warmUp, int seconds) throws Exception {
        People crowd = People.farApart(people);
        try (GateStage stage = new GateStage(jvm)) {
            Door door = stage.door();
            progress.accept("Enrolling %d faces".formatted(people));
            try (ServiceProcess _ = door.startAccess()) {
                Enrolment.of(crowd, stage, TestTokens.create());
            }
            progress.accept("Starting with all faces");
            try (ServiceProcess access = door.startAccess()) {
                Map<String, ServiceProcess> services = new LinkedHashMap<>(Map.of("access-service", access));
                Way directly = measure(stage, services, door.access(), crowd, rate, warmUp, seconds);
                Map<String, Steps.Step> steps = Steps.ofTemplates(door.client(), door.access());
                progress.accept("The same through the gateway");
                try (ServiceProcess gateway = door.startGateway()) {
                    services.put("api-gateway", gateway);
                    Way throughGateway = measure(stage, services, door.gateway(), crowd, rate, warmUp, seconds);
                    return new Result(access.secondsToReady(), directly, throughGateway, steps);
                }
            }
        }
    }

    private Way measure(
            GateStage stage,
            Map<String, ServiceProcess> services,
            URI at,
            People crowd,
            int rate,
            int warmUp,
            int seconds) {
        progress.accept("Warming up, %d s".formatted(warmUp));
        stage.door().connect(at, stage.gates().size());
        stage.templates(at, crowd).run(rate, warmUp);
        progress.accept("Measuring, %d s".formatted(seconds));
        OpenLoop load = stage.templates(at, crowd);
        Map<String, Double> before = cpuSeconds(stage, services);
        load.run(rate, seconds);
        Map<String, Double> cpu = cpuSeconds(stage, services);
        cpu.replaceAll((name, taken) -> (taken - before.getOrDefault(name, 0.0)) * 1_000 / (rate * seconds));
        return new Way(load.latency(), cpu);
    }

    private static Map<String, Double> cpuSeconds(GateStage stage, Map<String, ServiceProcess> services) {
        Map<String, Double> seconds = stage.cpuSeconds();
        services.forEach((name, service) -> seconds.put(name, service.use().cpuSeconds()));
        return seconds;
    }
}

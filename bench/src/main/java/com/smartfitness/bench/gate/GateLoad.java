package com.smartfitness.bench.gate;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.http.OpenLoop;
import com.smartfitness.bench.machine.ServiceProcess;
import com.smartfitness.testing.tokens.TestTokens;
import java.net.URI;
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
    public record Result(double readyAfter, Latency directly, Latency throughGateway, Map<String, Steps.Step> steps) {}

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
                Latency directly = measure(stage, door.access(), crowd, rate, warmUp, seconds);
                Map<String, Steps.Step> steps = Steps.ofTemplates(door.client(), door.access());
                progress.accept("The same through the gateway");
                try (ServiceProcess _ = door.startGateway()) {
                    Latency throughGateway = measure(stage, door.gateway(), crowd, rate, warmUp, seconds);
                    return new Result(access.secondsToReady(), directly, throughGateway, steps);
                }
            }
        }
    }

    private Latency measure(GateStage stage, URI at, People crowd, int rate, int warmUp, int seconds) {
        progress.accept("Warming up, %d s".formatted(warmUp));
        stage.door().connect(at, stage.gates().size());
        stage.templates(at, crowd).run(rate, warmUp);
        progress.accept("Measuring, %d s".formatted(seconds));
        OpenLoop load = stage.templates(at, crowd);
        load.run(rate, seconds);
        return load.latency();
    }
}

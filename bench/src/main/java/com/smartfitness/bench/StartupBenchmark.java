package com.smartfitness.bench;

import com.smartfitness.bench.StartupReport.Part;
import com.smartfitness.bench.StartupReport.Start;
import com.smartfitness.bench.machine.ServerUse;
import com.smartfitness.fleet.Component;
import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FastStarts;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.Service;
import com.smartfitness.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a whole fleet takes until it serves, as ./fleet starts it and with plain {@code java -jar}. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Start of the whole fleet, beside plain java -jar.")
final class StartupBenchmark implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int POLL_MILLIS = 50;

    @Option(names = "--rounds", defaultValue = "1", description = "Starts of each kind. Default: ${DEFAULT-VALUE}")
    private int rounds = 1;

    @Option(names = "--only-fast", description = "Leave plain java -jar out.")
    private boolean onlyFast;

    @Option(
            names = "--port-offset",
            defaultValue = "3000",
            description = "Added to every port, beside a fleet that is up. Default: ${DEFAULT-VALUE}")
    private int portOffset = 3_000;

    private final Path project = Path.of("").toAbsolutePath();

    @Override
    public Integer call() throws Exception {
        Path folder = ServersFolder.create("startup");
        FleetHome home = new FleetHome(folder);
        FleetPlan fast = FleetPlan.of(project, home, portOffset);
        FleetPlan plain = FleetPlan.plain(project, home, portOffset);

        Progress.say("Making everything ready to start fast");
        FastStarts.ensure(fast, new Listener());
        Progress.say("Starting once, so that data are there");
        start("first", fast);
        List<Start> starts = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (!onlyFast) {
                Progress.say("Starting with java -jar");
                starts.add(start("java -jar", plain));
            }
            Progress.say("Starting as ./fleet does");
            starts.add(start("fleet", fast));
        }
        StartupReport report = new StartupReport(MachineFacts.read(), starts);
        Reports.tell("startup", StartupTables.of(report), report);
        Progress.say("The fleet's folder can be removed: " + folder);
        return 0;
    }

    private static Start start(String how, FleetPlan plan) throws Exception {
        try (Fleet fleet = Fleet.of(plan)) {
            Map<String, Double> began = new HashMap<>();
            Map<String, Double> ready = new HashMap<>();
            long order = System.nanoTime();
            fleet.startAll();
            while (ready.size() < plan.components().size()) {
                double now = (System.nanoTime() - order) / 1e9;
                for (Condition condition : fleet.conditions()) {
                    if (condition.pid() != 0) {
                        began.putIfAbsent(condition.name(), now);
                    }
                    if (condition.ready()) {
                        ready.putIfAbsent(condition.name(), now);
                    }
                }
                if (now > LIMIT.toSeconds()) {
                    throw new StackException("Not all is ready: " + fleet.conditions());
                }
                Thread.sleep(POLL_MILLIS);
            }
            double seconds = (System.nanoTime() - order) / 1e9;
            return new Start(
                    how,
                    seconds,
                    plan.components().stream()
                            .map(component -> part(component, began, ready))
                            .toList());
        }
    }

    private static Part part(Component component, Map<String, Double> began, Map<String, Double> ready) {
        ServerUse use = ServerUse.below(component.server().directory());
        return new Part(
                component.name(),
                component instanceof Service,
                began.getOrDefault(component.name(), 0.0),
                ready.getOrDefault(component.name(), 0.0),
                use.cpuSeconds(),
                use.residentBytes());
    }

    private static final class Listener implements FastStarts.Listener {

        @Override
        public void made(String service, Duration took) {
            Progress.say("  %s took %.1f s".formatted(service, took.toMillis() / 1e3));
        }

        @Override
        public void failed(String service, StackException why) {
            throw new IllegalStateException(service + " would start slowly", why);
        }
    }
}

package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FastStarts;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.soak.Soak;
import com.smartfitness.fleet.soak.Soak.Load;
import com.smartfitness.fleet.soak.SoakReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Starts a fleet of its own beside any other, kills its parts in random order while people use it,"
                + " and balances its books. The exit status is 0 when nothing was lost and no copy differs.")
final class SoakCommand implements Callable<Integer> {

    private static final int PROOFS = 2;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides what is killed when. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--events", defaultValue = "100000", description = "To be published. Default: ${DEFAULT-VALUE}")
    private long events;

    @Option(names = "--minutes", defaultValue = "60", description = "At most. Default: ${DEFAULT-VALUE}")
    private long minutes;

    @Option(names = "--pause", defaultValue = "10", description = "Seconds between kills. Default: ${DEFAULT-VALUE}")
    private long pause;

    @Option(names = "--calm", description = "Kill nothing: what drifts then is a false alarm.")
    private boolean calm;

    @Option(
            names = "--owners",
            defaultValue = "16",
            description = "Who do one thing after the other. Default: ${DEFAULT-VALUE}")
    private int owners;

    @Option(
            names = "--think",
            defaultValue = "0",
            description = "Milliseconds that each waits in between. Default: ${DEFAULT-VALUE}")
    private long think;

    @Option(names = "--port-offset", defaultValue = "7000", description = "Of its ports. Default: ${DEFAULT-VALUE}")
    private int offset;

    @Override
    public Integer call() throws Exception {
        Path folder = Place.home().folder().resolveSibling(Place.home().folder().getFileName() + "-soak" + offset);
        FleetPlan plan = FleetPlan.of(Place.project(), new FleetHome(folder), offset);
        List<String> problems = new Preflight(plan, new Machine.Local()).problems();
        if (!problems.isEmpty()) {
            return FleetCommand.fail(problems);
        }
        FastStarts.ensure(plan, new StartsTold());
        SoakReport report;
        try (Fleet fleet = Fleet.of(plan)) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "shutdown"));
            say("starting a fleet in " + folder);
            fleet.startAll();
            fleet.awaitReady(Duration.ofMinutes(6));
            report = new Soak(fleet, load(), SoakCommand::say).run(PROOFS);
        }
        Path file = folder.resolve("soak-%d.json".formatted(seed));
        Files.writeString(file, JsonMapper.shared().writeValueAsString(report));
        System.out.println(report.text() + "as JSON: " + file);
        return report.balances() ? 0 : 1;
    }

    private Load load() {
        return new Load(
                seed,
                events,
                Duration.ofMinutes(minutes),
                Duration.ofSeconds(pause),
                !calm,
                owners,
                Duration.ofMillis(think));
    }

    private static void say(String line) {
        System.out.printf("%s  %s%n", LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS), line);
    }
}

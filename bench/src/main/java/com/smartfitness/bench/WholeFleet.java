package com.smartfitness.bench;

import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.nio.file.Path;
import java.time.Duration;

/** A fleet of its own, started as {@code ./fleet up} starts it, for as long as something is measured. */
final class WholeFleet {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private WholeFleet() {}

    /** What is done with it once it is ready. */
    @FunctionalInterface
    interface Measurement {
        void of(Fleet fleet) throws Exception;
    }

    /** @param portOffset apart from those of other benchmarks */
    static void measure(String benchmark, int portOffset, Measurement measurement) throws Exception {
        Path folder = ServersFolder.create(benchmark);
        Progress.say("Starting the fleet");
        try (Fleet fleet = Fleet.of(FleetPlan.of(Path.of("").toAbsolutePath(), new FleetHome(folder), portOffset))) {
            fleet.startAll();
            fleet.awaitReady(START_LIMIT);
            measurement.of(fleet);
        }
        Progress.say("The fleet's folder can be removed: " + folder);
    }
}

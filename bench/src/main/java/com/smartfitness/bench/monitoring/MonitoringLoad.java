package com.smartfitness.bench.monitoring;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.machine.ServerUse;
import com.smartfitness.bench.machine.StoreOf;
import com.smartfitness.devices.simulation.Happenings;
import com.smartfitness.devices.simulation.Simulation;
import com.smartfitness.fleet.Component;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.simulation.SimulatedBranches;
import com.smartfitness.fleet.simulation.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Devices that report to a running fleet, with what befalls them, and owners who listen. */
public final class MonitoringLoad {

    private static final Duration LAST_ALERTS = Duration.ofSeconds(15);

    private final Fleet fleet;
    private final Consumer<String> progress;
    private final Alerts alerts = new Alerts();

    public MonitoringLoad(Fleet fleet, Consumer<String> progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    /**
     * How long each phase takes, in seconds.
     *
     * @param outage for how long the database is stopped; 0 for not at all
     */
    public record Phases(int warmUp, int measured, int outage, int afterwards) {}

    /**
     * What has come of the alerts of some time.
     *
     * @param missed that were due and did not come
     * @param latency in milliseconds, from when each was due
     */
    public record Outcome(int due, int missed, Latency latency) {}

    /**
     * The load without a disturbance.
     *
     * @param reports answers' times in milliseconds, and their number
     * @param statuses of the answers
     * @param cores by process, of the machine's
     * @param residentMegabytes by process, at the end
     * @param databaseBefore bytes
     * @param databaseAfter bytes
     */
    public record Steady(
            int seconds,
            Latency reports,
            Map<Integer, Long> statuses,
            Outcome errors,
            Outcome silences,
            Map<String, Double> cores,
            Map<String, Long> residentMegabytes,
            long databaseBefore,
            long databaseAfter) {}

    /** The same with the database stopped for a while. */
    public record Outage(int seconds, Map<Integer, Long> statuses, Outcome errors) {}

    /**
     * What was found.
     *
     * @param wrongAlerts faults of devices that had none, and those told twice, by type
     * @param listening whether all owners have listened to the end
     */
    public record Result(Steady steady, Outage outage, Map<String, Long> wrongAlerts, boolean listening) {}

    /** Runs the load; the branches are made before and their equipment is gone afterwards. */
    public Result run(Size size, Happenings happenings, Phases phases) throws InterruptedException, SQLException {
        try (SimulatedBranches branches = SimulatedBranches.build(fleet.plan(), size, progress);
                OwnersEar _ = OwnersEar.listen(branches.owners(), alerts);
                Simulation _ = branches.start(happenings, alerts)) {
            pass("Warming up", phases.warmUp());
            Steady steady = steady(phases.measured());
            Outage outage = outage(phases);
            return new Result(steady, outage, alerts.wrong(), !alerts.isDeaf());
        }
    }

    private Steady steady(int seconds) throws InterruptedException, SQLException {
        forgetReports();
        long sizeBefore = databaseSize();
        Map<String, ServerUse> before = use();
        Instant from = Instant.now();
        pass("Measuring", seconds);
        Instant to = Instant.now();
        Map<String, ServerUse> after = use();
        Latency reports = alerts.answers();
        Map<Integer, Long> statuses = alerts.statuses();
        long sizeAfter = databaseSize();
        pass("Waiting for the last alerts", (int) LAST_ALERTS.toSeconds());
        Map<String, Double> cores = new LinkedHashMap<>();
        Map<String, Long> memory = new LinkedHashMap<>();
        double elapsed = Duration.between(from, to).toMillis() / 1e3;
        before.forEach((name, use) -> {
            ServerUse now = after.getOrDefault(name, use);
            cores.put(name, (now.cpuSeconds() - use.cpuSeconds()) / elapsed);
            memory.put(name, now.residentBytes() >> 20);
        });
        return new Steady(
                seconds,
                reports,
                statuses,
                alerts.errors(from, to),
                alerts.silences(from, to),
                cores,
                memory,
                sizeBefore,
                sizeAfter);
    }

    private Outage outage(Phases phases) throws InterruptedException {
        forgetReports();
        Instant from = Instant.now();
        if (phases.outage() > 0) {
            progress.accept("Stopping monitoring-db");
            fleet.stop("monitoring-db");
            pass("Without its database", phases.outage());
            fleet.start("monitoring-db");
            progress.accept("monitoring-db is back");
            pass("Catching up", phases.afterwards());
        }
        Instant to = Instant.now();
        if (phases.outage() > 0) {
            pass("Waiting for the last alerts", (int) LAST_ALERTS.toSeconds());
        }
        return new Outage(phases.outage(), alerts.statuses(), alerts.errors(from, to));
    }

    private void forgetReports() {
        alerts.answers();
        alerts.statuses();
    }

    private void pass(String phase, int seconds) throws InterruptedException {
        progress.accept("%s, %d s".formatted(phase, seconds));
        Thread.sleep(Duration.ofSeconds(seconds));
    }

    private Map<String, ServerUse> use() {
        Map<String, ServerUse> use = new LinkedHashMap<>();
        for (Component component : fleet.plan().components()) {
            use.put(component.name(), ServerUse.below(component.server().directory()));
        }
        use.put("devices and owners", ServerUse.ofThisProcess());
        return use;
    }

    private long databaseSize() throws SQLException {
        try (StoreOf store = StoreOf.service(fleet.plan(), "monitoring-service")) {
            return Long.parseLong(store.ask("select pg_database_size(current_database())"));
        }
    }
}

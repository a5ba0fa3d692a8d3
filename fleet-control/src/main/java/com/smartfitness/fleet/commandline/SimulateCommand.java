package com.smartfitness.fleet.commandline;

import com.smartfitness.devices.simulation.Happenings;
import com.smartfitness.devices.simulation.Simulation;
import com.smartfitness.devices.simulation.Tally;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.simulation.SimulatedBranches;
import com.smartfitness.fleet.simulation.Size;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Runs the equipment of branches against the fleet that is up: reports, faults, silence, entries."
                + " Ends with Ctrl-C, and takes the equipment out of the register again.")
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_DEVICES = 5_000;

    @Mixin
    private FleetOptions fleet = new FleetOptions();

    @Option(names = "--branches", paramLabel = "N", defaultValue = "3", description = "How many branches.")
    private int branches = 3;

    @Option(names = "--gates", paramLabel = "N", defaultValue = "1", description = "In each branch.")
    private int gates = 1;

    @Option(names = "--cameras", paramLabel = "N", defaultValue = "1", description = "In each branch.")
    private int cameras = 1;

    @Option(names = "--sensors", paramLabel = "N", defaultValue = "3", description = "In each branch.")
    private int sensors = 3;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "3", description = "Who enrol a face and come in.")
    private int customers = 3;

    @Option(names = "--faults", paramLabel = "N", defaultValue = "2", description = "A minute, of a minute each.")
    private int faults = 2;

    @Option(names = "--silences", paramLabel = "N", defaultValue = "1", description = "A minute, of a minute each.")
    private int silences = 1;

    @Option(names = "--entries", paramLabel = "N", defaultValue = "20", description = "A minute.")
    private int entries = 20;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "0", description = "0: until Ctrl-C.")
    private int minutes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Equal ones choose the same devices.")
    private long seed = 1;

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            return FleetCommand.fail(problems);
        }
        FleetPlan plan = fleet.plan();
        Thread atCtrlC = new Thread(this::endInOrder);
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        Tally tally = new Tally();
        Size size = new Size(branches, gates, cameras, sensors, customers);
        try (SimulatedBranches simulated =
                        SimulatedBranches.build(plan, size, step -> System.out.println("  " + step));
                Simulation _ = simulated.start(Happenings.ofAMinute(faults, silences, entries, seed), tally)) {
            show(tally);
        } finally {
            done.countDown();
        }
        return 0;
    }

    private List<String> problems() {
        boolean negative = Stream.of(gates, cameras, sensors, customers, faults, silences, entries, minutes)
                .anyMatch(number -> number < 0);
        if (negative || branches < 1) {
            return List.of("Numbers cannot be negative, and there must be a branch");
        }
        int devices = new Size(branches, gates, cameras, sensors, customers).devices();
        if (devices < 1 || devices > MOST_DEVICES) {
            return List.of("%d devices are not between 1 and %d".formatted(devices, MOST_DEVICES));
        }
        return List.of();
    }

    /** On a terminal one line that changes, elsewhere a line each ten seconds. */
    private void show(Tally tally) throws InterruptedException {
        boolean live = Terminal.isThere();
        long pause = live ? 1 : 10;
        long begin = System.nanoTime();
        Duration limit = minutes == 0 ? Duration.ofDays(365) : Duration.ofMinutes(minutes);
        Duration since = Duration.ZERO;
        while (since.compareTo(limit) < 0 && !end.await(pause, TimeUnit.SECONDS)) {
            since = Duration.ofNanos(System.nanoTime() - begin);
            System.out.print((live ? "\r\033[2K" : "") + line(since, tally.counts()) + (live ? "" : "\n"));
            System.out.flush();
        }
        System.out.println((live ? "\n" : "") + "  Taking the equipment out of the register");
    }

    private static String line(Duration since, Tally.Counts counts) {
        return "  %d:%02d  %d reports (%d refused, %d unanswered)  %d faulty, %d silent  %d at the gate, %d let in"
                .formatted(
                        since.toMinutes(),
                        since.toSecondsPart(),
                        counts.taken(),
                        counts.refused(),
                        counts.unanswered(),
                        counts.faulty(),
                        counts.silent(),
                        counts.asked(),
                        counts.opened());
    }

    /** The JVM ends when this returns. */
    private void endInOrder() {
        end.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

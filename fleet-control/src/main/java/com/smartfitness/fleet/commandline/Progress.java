package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.control.Control;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells how a fleet comes up: a line for each component that has become ready, on a terminal also what is awaited. */
final class Progress {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long POLL = 200;
    /** After so many deaths of everything that is not ready yet there is little hope. */
    private static final int PATIENCE = 4;

    private static final int WIDTH = 100;

    private final long begin = System.nanoTime();
    private final boolean live = Terminal.isThere();
    private final Set<String> ready = new HashSet<>();
    private final Map<String, Integer> deaths = new HashMap<>();

    private Progress() {}

    /** Waits until all that is meant to run is ready, or hope is lost. */
    static boolean follow(Control control) throws InterruptedException {
        return new Progress().await(control);
    }

    /** Like {@link #follow(Control)}, and tells only of what was not ready before. */
    static boolean followRest(Control control, List<Condition> before) throws InterruptedException {
        Progress progress = new Progress();
        before.stream().filter(Condition::ready).map(Condition::name).forEach(progress.ready::add);
        return progress.await(control);
    }

    private boolean await(Control control) throws InterruptedException {
        while (true) {
            List<Condition> awaited = tell(control.conditions());
            if (awaited.isEmpty()) {
                return true;
            }
            boolean hopeless = awaited.stream().allMatch(condition -> condition.restarts() >= PATIENCE);
            if (hopeless || seconds() > LIMIT.toSeconds()) {
                clear();
                awaited.forEach(condition -> System.err.println("fleet: %s is not ready; ./fleet logs %s may say why"
                        .formatted(condition.name(), condition.name())));
                return false;
            }
            Thread.sleep(POLL);
        }
    }

    private List<Condition> tell(List<Condition> conditions) {
        List<Condition> wanted = conditions.stream().filter(Condition::wanted).toList();
        clear();
        for (Condition condition : wanted) {
            if (condition.ready() && ready.add(condition.name())) {
                System.out.printf("  %-22s ready  %5.1f s%n", condition.name(), seconds());
            }
            if (!Objects.equals(deaths.put(condition.name(), condition.restarts()), condition.restarts())
                    && condition.restarts() > 0) {
                System.out.printf("  %-22s failed, starting again: %s%n", condition.name(), condition.problem());
            }
        }
        List<Condition> awaited =
                wanted.stream().filter(condition -> !condition.ready()).toList();
        if (live && !awaited.isEmpty()) {
            String names = awaited.stream().map(Condition::name).collect(Collectors.joining(", "));
            String line = "%d of %d ready after %.0f s, awaiting %s"
                    .formatted(wanted.size() - awaited.size(), wanted.size(), seconds(), names);
            System.out.print(line.substring(0, Math.min(WIDTH, line.length())));
            System.out.flush();
        }
        return awaited;
    }

    private void clear() {
        if (live) {
            System.out.print("\r\033[2K");
        }
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}

package com.smartfitness.fleet.soak;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.FleetPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills one part of a fleet after the other, in an order that a seed decides, and times how each comes back. */
final class KillSchedule {

    private final Fleet fleet;
    private final List<String> candidates;
    private final Random random;
    private final List<Kill> kills = new ArrayList<>();

    /**
     * A part that was killed.
     *
     * @param recovery until everything served its clients again
     */
    record Kill(String component, Duration recovery) {}

    KillSchedule(Fleet fleet, long seed) {
        this.fleet = fleet;
        this.random = new Random(seed);
        this.candidates = fleet.plan().names().stream()
                .filter(name -> !name.equals(FleetPlan.GATEWAY) && !name.equals("card-sandbox"))
                .toList();
    }

    /** Kills the next one, and returns when the whole fleet is ready again. */
    Kill next(Duration limit) throws InterruptedException {
        String victim = candidates.get(random.nextInt(candidates.size()));
        Condition before = fleet.condition(victim);
        long begin = System.nanoTime();
        fleet.kill(victim);
        fleet.await(victim, now -> now.pid() != 0 && now.pid() != before.pid(), limit);
        fleet.awaitReady(limit);
        Kill kill = new Kill(victim, Duration.ofNanos(System.nanoTime() - begin));
        kills.add(kill);
        return kill;
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }
}

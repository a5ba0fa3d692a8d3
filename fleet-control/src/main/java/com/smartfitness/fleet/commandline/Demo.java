package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.DemoData;
import java.time.Duration;

/** Shows the demo data coming into being. */
final class Demo {

    private final long start = System.nanoTime();

    private Demo() {}

    static void run(FleetPlan plan) {
        new DemoData(plan).makeOnce(new Demo()::show);
    }

    private void show(String step) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("  %5.1f s  %s%n", since.toMillis() / 1000.0, step);
    }
}

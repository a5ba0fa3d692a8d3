package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.DemoData;
import com.smartfitness.fleet.FleetPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Has the demo data made, unless that has been done. */
final class Demo {

    private Demo() {}

    static void run(FleetPlan plan) throws Exception {
        Path done = plan.home().folder().resolve("demo-data");
        for (DemoData data : ServiceLoader.load(DemoData.class)) {
            if (!Files.exists(done)) {
                data.make(plan, step -> System.out.println("  " + step));
                Files.createFile(done);
            }
        }
    }
}

package com.smartfitness.bench.workload;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/** A consumer: counts what it applies. */
public final class ConsumerProgram {

    private ConsumerProgram() {}

    /** Serves until the input ends, then closes the application. */
    public static void run(ConfigurableApplicationContext application, BooleanSupplier complete) throws Exception {
        try (application) {
            Tally tally = application.getBean(Tally.class);
            Commands.serve(Map.of(
                    "reset",
                    words -> {
                        tally.reset();
                        return "counting";
                    },
                    "report",
                    words -> tally.report(),
                    "complete",
                    words -> complete.getAsBoolean()));
        }
    }
}

package com.smartfitness.bench.workload;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** A consumer: counts what it applies. */
public final class ConsumerProgram {

    private ConsumerProgram() {}

    /** Serves until the input ends, then closes the application. */
    public static void run(ConfigurableApplicationContext application, Supplier<Completion> completion)
            throws Exception {
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
                    "completion",
                    words -> completion.get()));
        }
    }
}

package com.smartfitness.bench.workload;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A source: writes as it is told. */
public final class SourceProgram {

    private static final int AT_ONCE = 1_000;

    private final BranchWrites writes;
    private final Tally tally;
    private @Nullable Writers running;

    private SourceProgram(BranchWrites writes, Tally tally) {
        this.writes = writes;
        this.tally = tally;
    }

    /**
     * Serves until the input ends, then closes the application.
     *
     * @param sent whether the outbox is empty
     */
    public static void run(ConfigurableApplicationContext application, BooleanSupplier sent) throws Exception {
        try (application) {
            SourceProgram program =
                    new SourceProgram(application.getBean(BranchWrites.class), application.getBean(Tally.class));
            Commands.serve(Map.of(
                    "load", words -> program.start(Schedule.asFastAsPossible(), words, Integer.parseInt(words[3])),
                    "pace", words -> program.start(Schedule.perSecond(Integer.parseInt(words[3])), words, 1),
                    "stop", words -> program.stop(),
                    "steps", words -> program.tally.steps(),
                    "fill", words -> program.fill(Integer.parseInt(words[1])),
                    "sent", words -> sent.getAsBoolean()));
        }
    }

    private String start(Schedule schedule, String[] words, int together) {
        tally.reset();
        running = Writers.start(
                writes, tally, schedule, Integer.parseInt(words[1]), Integer.parseInt(words[2]), together);
        return "writing";
    }

    private Committed stop() throws InterruptedException {
        return requireNonNull(running).stop();
    }

    private String fill(int branches) {
        for (int first = 0; first < branches; first += AT_ONCE) {
            writes.writeAll(first, Math.min(branches, first + AT_ONCE));
        }
        return "filled";
    }
}

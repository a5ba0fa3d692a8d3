package com.smartfitness.bench;

import static java.util.Objects.requireNonNull;

import com.smartfitness.bench.machine.Program;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import com.smartfitness.bench.workload.Completion;
import com.smartfitness.bench.workload.Steps;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A source and a consumer of one contender, each in a process and with a store of its own.
 *
 * @param consumer null if nobody listens
 */
record Pair(Program source, @Nullable Program consumer) implements AutoCloseable {

    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final Duration COMPLETION = Duration.ofMinutes(15);
    private static final int POLL_MILLIS = 20;

    /** Starts both, side by side, and returns when the consumer has caught up with nothing. */
    static Pair start(Stage stage) throws InterruptedException {
        CompletableFuture<Program> source = CompletableFuture.supplyAsync(stage::startSource);
        if (!stage.hasConsumer()) {
            return new Pair(source.join(), null);
        }
        Pair pair = new Pair(source.join(), stage.startConsumer());
        pair.completed();
        return pair;
    }

    /** Has the consumer count anew. */
    void reset() {
        if (consumer != null) {
            consumer.tell("reset");
        }
    }

    /** Waits until the consumer has applied all that was committed since it began to count. */
    Applied drained(Committed committed) throws InterruptedException {
        if (consumer == null) {
            return new Applied(committed.events(), committed.last(), new Steps(Map.of()));
        }
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        Applied applied = consumer.ask(Applied.class, "report");
        while (applied.events() < committed.events()) {
            Thread.sleep(POLL_MILLIS);
            Applied now = consumer.ask(Applied.class, "report");
            if (now.events() > applied.events()) {
                deadline = System.nanoTime() + STANDSTILL.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Only %d of %d events were applied".formatted(now.events(), committed.events()));
            }
            applied = now;
        }
        return applied;
    }

    /** Waits until the consumer has all that was there before it. */
    Completion completed() throws InterruptedException {
        long deadline = System.nanoTime() + COMPLETION.toNanos();
        Completion completion = requireNonNull(consumer).ask(Completion.class, "completion");
        while (!completion.complete()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The consumer is not complete after " + COMPLETION);
            }
            Thread.sleep(POLL_MILLIS);
            completion = consumer.ask(Completion.class, "completion");
        }
        return completion;
    }

    @Override
    public void close() {
        try (consumer) {
            source.close();
        }
    }
}

package com.smartfitness.bench.task;

import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.stack.StackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trains laundry models one after the other for as long as it is wanted. */
public final class TrainingAgain implements AutoCloseable {

    private static final String RUNS = "/api/v1/training-runs";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final GatewayClient gateway;
    private final String operator;
    private final List<Duration> took = new ArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final Thread training = Thread.ofVirtual().unstarted(this::train);
    private volatile String failure = "";

    private TrainingAgain(GatewayClient gateway, String operator) {
        this.gateway = gateway;
        this.operator = operator;
    }

    /**
     * Begins the first.
     *
     * @param operator access token
     */
    public static TrainingAgain start(GatewayClient gateway, String operator) {
        TrainingAgain again = new TrainingAgain(gateway, operator);
        again.training.start();
        return again;
    }

    /**
     * Waits for the one that is under way; how long each took.
     *
     * @throws StackException where one has failed
     */
    public List<Duration> stop() throws InterruptedException {
        wanted.set(false);
        training.join();
        if (!failure.isEmpty()) {
            throw new StackException(failure);
        }
        return took;
    }

    @Override
    public void close() {
        wanted.set(false);
    }

    private void train() {
        try {
            while (wanted.get()) {
                took.add(trainOnce());
            }
        } catch (StackException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    private Duration trainOnce() {
        String run = gateway.post(RUNS, Map.of("modelType", "LAUNDRY"), operator)
                .orFail()
                .text("runId");
        Answer answer = GatewayClient.until(
                LIMIT,
                () -> gateway.get(RUNS + "/" + run, operator).orFail(),
                now -> !now.text("endedAt").isEmpty());
        if (answer.text("version").isEmpty()) {
            throw new StackException("A training came to nothing: " + answer.body());
        }
        return Duration.between(Instant.parse(answer.text("startedAt")), Instant.parse(answer.text("endedAt")));
    }
}

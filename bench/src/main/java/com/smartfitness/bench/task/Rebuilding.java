package com.smartfitness.bench.task;

import com.smartfitness.fleet.demo.Answer;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.stack.StackException;
import java.time.Duration;

/**
 * A service's copy of all tasks, made anew as operators have it made.
 *
 * @param operator access token
 * @param name as the gateway knows it, {@code mlops}
 */
public record Rebuilding(GatewayClient gateway, String operator, String name) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Begins it. */
    public void begin() {
        gateway.post(path(), "", operator).orFail();
    }

    /**
     * Waits for its end; the rows that it has carried.
     *
     * @throws StackException where it does not come to its end
     */
    public long await() {
        return GatewayClient.until(LIMIT, () -> gateway.get(path(), operator).orFail(), Rebuilding::hasEnded)
                .body()
                .path("applied")
                .asLong();
    }

    private static boolean hasEnded(Answer progress) {
        return !progress.body().path("running").asBoolean()
                && progress.body().path("everComplete").asBoolean();
    }

    private String path() {
        return "/api/v1/services/%s/replication/replicas/%s.tasks/rebuild".formatted(name, name);
    }
}

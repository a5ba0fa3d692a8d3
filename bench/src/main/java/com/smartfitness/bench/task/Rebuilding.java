package com.smartfitness.bench.task;

import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.stack.StackException;
import tools.jackson.databind.JsonNode;

/**
 * A service's copy of all tasks, made anew as operators have it made.
 *
 * @param operator access token
 * @param name as the gateway knows it, {@code mlops}
 */
public record Rebuilding(GatewayClient gateway, String operator, String name) {

    private static final int POLL_MILLIS = 50;

    /** Begins it. */
    public void begin() {
        gateway.post(path(), "", operator).orFail();
    }

    /**
     * Waits for its end; the rows that it has carried.
     *
     * @throws StackException where it was not carried out to the end
     */
    public long await() throws InterruptedException {
        JsonNode progress = progress();
        while (progress.path("running").asBoolean()) {
            Thread.sleep(POLL_MILLIS);
            progress = progress();
        }
        if (!progress.path("everComplete").asBoolean()) {
            throw new StackException("%s is not complete: %s".formatted(path(), progress));
        }
        return progress.path("applied").asLong();
    }

    private JsonNode progress() {
        return gateway.get(path(), operator).orFail().body();
    }

    private String path() {
        return "/api/v1/services/%s/replication/replicas/%s.tasks/rebuild".formatted(name, name);
    }
}

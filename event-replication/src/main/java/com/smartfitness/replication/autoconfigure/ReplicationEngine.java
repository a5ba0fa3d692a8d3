package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.broker.BrokerConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs what replication does all the time, a thread each, for as long as the application does. They are few and never
 * end, and each waits for its store many times a second, which costs a virtual thread several switches each time.
 */
final class ReplicationEngine implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplicationEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Loop> loops;
    private final BrokerConnections connections;
    private final List<Thread> threads = new ArrayList<>();

    ReplicationEngine(List<Loop> loops, BrokerConnections connections) {
        this.loops = List.copyOf(loops);
        this.connections = connections;
    }

    /**
     * Something that runs until it is told to stop.
     *
     * @param name of its thread
     */
    record Loop(String name, Runnable work, Runnable stop) {}

    @Override
    public void start() {
        for (Loop loop : loops) {
            threads.add(Thread.ofPlatform().daemon().name(loop.name()).start(loop.work()));
        }
    }

    /** Lets batches in hand end; what is not done then is sent or delivered again after the next start. */
    @Override
    public void stop() {
        loops.forEach(loop -> loop.stop().run());
        try {
            Instant deadline = Instant.now().plus(PATIENCE);
            for (Thread thread : threads) {
                if (!thread.join(Duration.between(Instant.now(), deadline))) {
                    log.warn("{} does not end; it is interrupted", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        connections.close();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}

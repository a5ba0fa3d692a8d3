package com.smartfitness.bench.fleet;

import com.smartfitness.bench.workload.Completion;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;

/** Sees when replication begins, because it is started just before, and when it says that all replicas are complete. */
final class CompletionWatch implements SmartLifecycle {

    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReplicationHealthIndicator health;
    private long begun;
    private volatile long done;
    private volatile boolean running;

    CompletionWatch(ReplicationHealthIndicator health) {
        this.health = health;
    }

    Completion completion() {
        return new Completion(done != 0, (done - begun) / 1e9);
    }

    @Override
    public void start() {
        running = true;
        begun = System.nanoTime();
        Thread.ofVirtual().name("completion-watch").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void watch() {
        while (running && done == 0) {
            if (health.health().getStatus().equals(Status.UP)) {
                done = System.nanoTime();
            }
            LockSupport.parkNanos(POLL);
        }
    }
}

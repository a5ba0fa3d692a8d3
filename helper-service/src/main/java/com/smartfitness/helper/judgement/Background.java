package com.smartfitness.helper.judgement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done again and again on threads of its own while the service runs: at once where somebody asks for it,
 * else after a pause. The threads are the system's: decoding and native code give way to nobody, and would hold up the
 * virtual threads of requests.
 */
abstract class Background implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final String name;
    private final int threads;
    private final Duration pause;
    private final Semaphore asked = new Semaphore(0);
    private final List<Thread> running = new ArrayList<>();
    private volatile boolean started;
    private volatile String lastFailure = "";

    Background(String name, int threads, Duration pause) {
        this.name = name;
        this.threads = threads;
        this.pause = pause;
    }

    /** Does all there is to do now. */
    abstract void work();

    /** Has the work looked at soon, by one thread that pauses. */
    final void wake() {
        // No more than there are threads to hear it: those that are at work look again anyway.
        if (asked.availablePermits() < threads) {
            asked.release();
        }
    }

    @Override
    public final void start() {
        started = true;
        for (int i = 1; i <= threads; i++) {
            running.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::loop));
        }
    }

    /** Lets what is being done come to its end. */
    @Override
    public final void stop() {
        started = false;
        asked.release(threads);
        for (Thread thread : running) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }

    @Override
    public final boolean isRunning() {
        return started;
    }

    /** Whether to go on with the work at hand. */
    final boolean goesOn() {
        return started;
    }

    private void loop() {
        while (started) {
            try {
                work();
                lastFailure = "";
            } catch (RuntimeException | OutOfMemoryError e) {
                tell(e);
            }
            try {
                asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Once for a row of failures of one kind: a store that is away fails every time. */
    private void tell(Throwable failure) {
        String kind = failure.toString();
        if (!kind.equals(lastFailure)) {
            lastFailure = kind;
            log.warn("{} cannot do its work and tries again", name, failure);
        }
    }
}

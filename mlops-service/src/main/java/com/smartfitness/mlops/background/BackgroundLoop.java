package com.smartfitness.mlops.background;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does a piece of work again and again on a thread of its own, from the service's start to its end, and is not put off
 * by failures: it says so once, and tries again after pauses that grow to 15 seconds.
 */
public final class BackgroundLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String name;
    private final Work work;
    private volatile @Nullable Thread thread;

    /**
     * Starts together with the service.
     *
     * @param name of the work, for the log
     */
    public BackgroundLoop(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** One round. It may wait for what it is to work on; the end of the service interrupts it. */
    @FunctionalInterface
    public interface Work {

        /** Whether there is to be another round. */
        boolean round() throws Exception;
    }

    @Override
    public void start() {
        // Known before it runs: it ends as soon as it is not the one that is to run.
        Thread started = Thread.ofVirtual().name(name).unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        boolean failing = false;
        boolean more = true;
        while (more && isCurrent()) {
            try {
                more = work.round();
                if (failing) {
                    log.info("{}: works again", name);
                }
                failing = false;
                pause = FIRST_PAUSE;
            } catch (Exception e) {
                if (isCurrent()) {
                    report(failing, e);
                    failing = true;
                    LockSupport.parkNanos(pause.toNanos());
                    pause = min(pause.multipliedBy(2));
                }
            }
        }
    }

    private void report(boolean again, Exception failure) {
        if (again) {
            log.debug("{}: failed again", name, failure);
        } else {
            log.warn("{}: failed, and is tried again until it works", name, failure);
        }
    }

    private boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    private static Duration min(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

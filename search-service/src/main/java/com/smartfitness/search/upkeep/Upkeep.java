package com.smartfitness.search.upkeep;

import com.smartfitness.replication.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Something that is looked after for as long as the service runs: at once where it is woken, else now and then. */
public abstract class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration REST = Duration.ofSeconds(2);

    private final String name;
    private final Duration rest;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread running;

    protected Upkeep(String name) {
        this(name, REST);
    }

    protected Upkeep(String name, Duration rest) {
        this.name = name;
        this.rest = rest;
    }

    /**
     * Does what there is to do, which other instances may be doing as well: it changes what is stored by steps that
     * change nothing a second time. Returns whether there is more.
     */
    protected abstract boolean work();

    /** Says that there is something to do. */
    public final void wake() {
        wakeUps.release();
    }

    @Override
    public final void start() {
        running = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public final void stop() {
        Thread thread = running;
        if (thread != null) {
            running = null;
            thread.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!worked()) {
                    boolean _ = wakeUps.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worked() {
        try {
            return work();
        } catch (StoreUnavailableException e) {
            log.debug("The store is away; {} will be tried again", name);
        } catch (RuntimeException e) {
            if (isRunning()) {
                log.error("{} failed and will be tried again", name, e);
            }
        }
        return false;
    }
}

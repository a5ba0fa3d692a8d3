package com.smartfitness.replication.operations;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.inbox.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets handled events after a while, so that the inbox stays small. Any number of instances may do it. */
public final class InboxPruning implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(InboxPruning.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Inbox inbox;
    private final Clock clock;
    private final Duration retention;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public InboxPruning(Inbox inbox, Clock clock, Duration retention) {
        this.inbox = inbox;
        this.clock = clock;
        this.retention = retention;
    }

    /** Ends the run. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try {
            while (!stopping.await(INTERVAL.toMinutes(), TimeUnit.MINUTES)) {
                prune();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prune() {
        try {
            long forgotten = inbox.prune(clock.instant().minus(retention));
            log.debug("{} handled events were forgotten", forgotten);
        } catch (StoreUnavailableException e) {
            log.debug("The inbox is pruned another time", e);
        }
    }
}

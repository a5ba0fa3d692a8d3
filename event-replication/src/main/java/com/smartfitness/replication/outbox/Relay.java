package com.smartfitness.replication.outbox;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.broker.Backoff;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves events from the outbox to the broker, on one thread. Among all instances of a service the one that holds the
 * lease relays; the others wait to take over. It is woken at commit, looks by itself for what other instances have
 * committed, and tries again for as long as the broker or the store is away.
 */
public final class Relay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final BrokerConnections connections;
    private final ReplicationProperties properties;
    private final RelayObserver observer;
    private final JsonMapper json;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicBoolean committed = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private volatile boolean active;
    private volatile boolean stopping;

    public Relay(
            Outbox outbox,
            BrokerConnections connections,
            ReplicationProperties properties,
            RelayObserver observer,
            JsonMapper json) {
        this.outbox = outbox;
        this.connections = connections;
        this.properties = properties;
        this.observer = observer;
        this.json = json;
    }

    /** Says that something has been committed. */
    public void wake() {
        committed.set(true);
        goOn();
    }

    /** Whether this instance holds the lease and a connection to the broker. */
    public boolean isActive() {
        return active;
    }

    /** Ends the run when what is on its way has been answered for. */
    public void stop() {
        stopping = true;
        stopped.countDown();
        goOn();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                rest(relayUntilInterrupted());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Relays for as long as lease and connection last. Returns how long to wait before the next try. */
    private Duration relayUntilInterrupted() throws InterruptedException {
        try {
            Optional<OutboxLease> lease = outbox.tryLease();
            if (lease.isEmpty()) {
                return properties.relay().standby();
            }
            try (OutboxLease held = lease.get()) {
                relay(held);
            }
        } catch (IOException | StoreUnavailableException e) {
            log.warn("Relaying is interrupted and will be tried again: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Relaying failed and will be tried again", e);
        } finally {
            activate(false);
        }
        return backoff.next();
    }

    private void relay(OutboxLease lease) throws IOException, InterruptedException {
        try (ConfirmedChannel channel = new ConfirmedChannel(
                connections.publishing(), properties.relay().confirmTimeout(), this::goOn)) {
            activate(true);
            RelaySession session = new RelaySession(lease, channel, properties, observer, json);
            while (!stopping) {
                if (committed.get()) {
                    rest(properties.relay().gather());
                    committed.set(false);
                    session.lookAgain();
                }
                boolean settled = session.settle();
                if (settled) {
                    backoff.reset();
                }
                session.heartbeatIfDue();
                if (!session.send() && !settled && !isWoken(properties.relay().poll())) {
                    session.lookAgain();
                }
            }
            while (session.isAwaitingAnswers()) {
                isWoken(properties.relay().poll());
                session.settle();
            }
        }
    }

    private void activate(boolean now) {
        active = now;
        observer.active(now);
    }

    /** Commits do not shorten this: else broker and store would be called with every one of them. */
    private void rest(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for a commit or an answer, whichever comes first. */
    private boolean isWoken(Duration atMost) throws InterruptedException {
        boolean woken = wakeUps.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        wakeUps.drainPermits();
        return woken;
    }

    private void goOn() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }
}

package com.smartfitness.replication.replica;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import com.smartfitness.replication.snapshot.SnapshotRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests for chunks on a thread of their own, so that a broker that blocks publishers does not keep the queue's
 * thread from applying what has arrived. Only the latest request matters: an earlier one that is still waiting is
 * dropped.
 */
final class SnapshotAsking {

    private static final Logger log = LoggerFactory.getLogger(SnapshotAsking.class);

    /** How soon a source that has no queue yet, or a broker that is away, is tried again. */
    private static final Duration ABSENCE = Duration.ofSeconds(1);

    private final String source;
    private final ConfirmedPublisher publisher;
    private final ReplicationProperties properties;
    private final JsonMapper json;
    private final AtomicReference<@Nullable SnapshotRequest> waiting = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile long dueAt = System.nanoTime();

    SnapshotAsking(String source, ConfirmedPublisher publisher, ReplicationProperties properties, JsonMapper json) {
        this.source = source;
        this.publisher = publisher;
        this.properties = properties;
        this.json = json;
    }

    /** Whether it is time to ask: never asked, or the answer takes too long. */
    boolean isDue() {
        return System.nanoTime() - dueAt >= 0;
    }

    /** Makes it time to ask. */
    void hurry() {
        dueAt = System.nanoTime();
    }

    /** Waits for an answer from now on. */
    void waitForAnswer() {
        dueAt = System.nanoTime() + properties.snapshot().patience().toNanos();
    }

    void send(SnapshotRequest request) {
        waitForAnswer();
        waiting.set(request);
        if (sending.compareAndSet(false, true)) {
            Thread.ofVirtual().name(request.replica() + " asking").start(this::sendWaiting);
        }
    }

    private void sendWaiting() {
        do {
            try {
                SnapshotRequest request = waiting.getAndSet(null);
                while (request != null) {
                    publish(request);
                    request = waiting.getAndSet(null);
                }
            } catch (IOException e) {
                log.warn("{} cannot be asked for a snapshot now: {}", source, e.toString());
                dueAt = System.nanoTime() + ABSENCE.toNanos();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                sending.set(false);
            }
        } while (waiting.get() != null && sending.compareAndSet(false, true));
    }

    /** A request that nobody has read when it is asked again has gone by itself. */
    private void publish(SnapshotRequest request) throws IOException, InterruptedException {
        Names names = new Names(properties.service());
        CloudEvent event = CloudEvent.aside(
                properties.service(),
                names.snapshotRequestType(),
                request.replica(),
                Instant.now(),
                json.writeValueAsBytes(request));
        Outcome outcome = publisher.publish(new OutgoingMessage(
                Exchanges.REPLICATION,
                names.snapshotRequestKey(source),
                true,
                CloudEventHeaders.write(event, Names.brokerUser(properties.service()))
                        .builder()
                        .expiration(
                                String.valueOf(properties.snapshot().patience().toMillis()))
                        .build(),
                event.data()));
        if (outcome != Outcome.CONFIRMED) {
            dueAt = System.nanoTime() + ABSENCE.toNanos();
        }
    }
}

package com.smartfitness.replication.outbox;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.ConfirmedChannel;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Relaying while one lease and one channel last. It sends a batch, waits for the broker's answer to each event, removes
 * what was confirmed, and only then takes the next batch.
 *
 * <p>An event never overtakes an earlier one of its aggregate: a batch holds one event an aggregate, and while nobody
 * has a queue for an event, all events of that kind of aggregate wait.
 */
final class RelaySession {

    private static final Logger log = LoggerFactory.getLogger(RelaySession.class);

    private final OutboxLease lease;
    private final ConfirmedChannel channel;
    private final ReplicationProperties.Relay settings;
    private final RelayObserver observer;
    private final JsonMapper json;
    private final Names names;
    private final Map<String, Version> sequences;
    private final Map<String, Long> parkedUntil = new HashMap<>();
    private final Set<String> warnedOf = new HashSet<>();
    private long epoch;
    private long nextHeartbeat = System.nanoTime();

    RelaySession(
            OutboxLease lease,
            ConfirmedChannel channel,
            ReplicationProperties properties,
            RelayObserver observer,
            JsonMapper json) {
        this.lease = lease;
        this.channel = channel;
        this.settings = properties.relay();
        this.observer = observer;
        this.json = json;
        this.names = new Names(properties.service());
        this.sequences = new HashMap<>(lease.sequences());
        this.epoch = lease.epoch();
    }

    /** Relays one batch. Returns whether there is more that could be sent at once. */
    boolean relayBatch() throws IOException, InterruptedException {
        unpark();
        List<PendingEvent> pending = lease.next(settings.batch(), parkedUntil.keySet());
        if (pending.isEmpty()) {
            return false;
        }
        List<PendingEvent> batch = sequenced(oneOfEachAggregate(pending));
        observer.taken(batch);
        settle(batch, channel.publish(batch.stream().map(this::message).toList()));
        return pending.size() == settings.batch() || batch.size() < pending.size();
    }

    /** Tells consumers how far the streams have come; nobody needs to listen. */
    void heartbeatIfDue() throws IOException, InterruptedException {
        if (System.nanoTime() - nextHeartbeat < 0) {
            return;
        }
        nextHeartbeat = System.nanoTime() + settings.heartbeat().toNanos();
        epoch = lease.epoch();
        CloudEvent event = new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(names.service()),
                names.heartbeatType(),
                null,
                Instant.now(),
                null,
                null,
                null,
                json.writeValueAsBytes(Heartbeat.of(epoch, sequences)));
        channel.publish(message(new PendingEvent("", "", false, event)));
    }

    private static List<PendingEvent> oneOfEachAggregate(List<PendingEvent> pending) {
        Set<String> taken = new HashSet<>();
        return pending.stream().filter(event -> taken.add(event.aggregateKey())).toList();
    }

    private List<PendingEvent> sequenced(List<PendingEvent> batch) {
        Map<String, Version> upcoming = new HashMap<>(sequences);
        return batch.stream()
                .map(pending -> pending.withSequence(
                        upcoming.merge(pending.event().type(), new Version(epoch, 1), (last, first) -> next(last))))
                .toList();
    }

    /** Only what was confirmed counts, so a type that nobody takes does not leave a gap behind. */
    private void settle(List<PendingEvent> batch, List<Outcome> outcomes) {
        List<PendingEvent> confirmed = new ArrayList<>(batch.size());
        List<PendingEvent> unroutable = new ArrayList<>();
        Map<String, Version> reached = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            PendingEvent pending = batch.get(i);
            String type = pending.event().type();
            switch (outcomes.get(i)) {
                case CONFIRMED -> {
                    confirmed.add(pending);
                    warnedOf.remove(type);
                    reached.put(type, requireNonNull(pending.event().sequence()));
                }
                case UNROUTABLE -> unroutable.add(pending);
                case REFUSED -> log.warn("A queue refused {}; it is sent again", type);
            }
        }
        park(unroutable);
        observer.confirmed(confirmed);
        if (!confirmed.isEmpty()) {
            lease.remove(confirmed, reached);
            sequences.putAll(reached);
            observer.removed(confirmed);
        }
    }

    private Version next(Version last) {
        return last.epoch() == epoch ? new Version(epoch, last.counter() + 1) : new Version(epoch, 1);
    }

    private void park(List<PendingEvent> unroutable) {
        if (unroutable.isEmpty()) {
            return;
        }
        observer.unroutable(unroutable);
        long until = System.nanoTime() + settings.parking().toNanos();
        for (PendingEvent event : unroutable) {
            parkedUntil.put(event.aggregate(), until);
            if (warnedOf.add(event.event().type())) {
                log.warn(
                        "No queue takes {}: events of {} wait in the outbox and are tried again every {}",
                        event.event().type(),
                        event.aggregate(),
                        settings.parking());
            }
        }
    }

    private void unpark() {
        long now = System.nanoTime();
        parkedUntil.values().removeIf(until -> now - until >= 0);
    }

    private OutgoingMessage message(PendingEvent pending) {
        CloudEvent event = pending.event();
        return new OutgoingMessage(
                Exchanges.EVENTS,
                event.type(),
                pending.mandatory(),
                CloudEventHeaders.write(event, Names.brokerUser(names.service())),
                event.data());
    }
}

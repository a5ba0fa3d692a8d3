package com.smartfitness.replication.outbox;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.ConfirmedChannel;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Relaying while one lease and one channel last. A few batches are on their way at a time; what the broker has answered
 * for is settled in the order of sending: removed if it was confirmed, sent again if not.
 *
 * <p>An event never overtakes an earlier one of its aggregate: one event of an aggregate is on its way at a time, and
 * while nobody has a queue for an event, all events of that kind of aggregate wait.
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
    private final Queue<Flight> flights = new ArrayDeque<>();
    private final Map<String, Long> parkedUntil = new HashMap<>();
    private final Set<String> warnedOf = new HashSet<>();
    private long epoch;
    private long nextHeartbeat = System.nanoTime();
    /** Whether the outbox may have events that could go at once. */
    private boolean more = true;
    /** Whether it may have some that wait for those before them. */
    private boolean heldBack;

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

    /** There may be events that were not there when the outbox was last looked into. */
    void lookAgain() {
        more = true;
    }

    /** Whether something is on its way. */
    boolean isAwaitingAnswers() {
        return !flights.isEmpty();
    }

    /**
     * Settles what the broker has answered for.
     *
     * @return whether there was anything
     * @throws IOException if no more answers are to be expected
     */
    boolean settle() throws IOException {
        List<Flight> answered = new ArrayList<>();
        while (!flights.isEmpty() && flights.element().answers().isAnswered()) {
            answered.add(flights.remove());
        }
        if (answered.isEmpty()) {
            channel.requireAnswers();
            return false;
        }
        settle(answered);
        more |= heldBack;
        return true;
    }

    /** Sends the next batch, where there may be one and there is room for it. Returns whether there was. */
    boolean send() throws IOException {
        return more && hasRoom() && sendBatch();
    }

    /** Tells consumers how far the streams have come; nobody needs to listen. */
    void heartbeatIfDue() throws IOException {
        if (System.nanoTime() - nextHeartbeat < 0 || !hasRoom()) {
            return;
        }
        nextHeartbeat = System.nanoTime() + settings.heartbeat().toNanos();
        epoch = lease.epoch();
        byte[] reached = json.writeValueAsBytes(Heartbeat.of(epoch, sequences));
        CloudEvent event = CloudEvent.aside(names.service(), names.heartbeatType(), null, Instant.now(), reached);
        OutgoingMessage message = message(new PendingEvent("", "", false, event));
        flights.add(new Flight(List.of(), channel.send(List.of(message))));
    }

    private boolean hasRoom() {
        return flights.size() < settings.pipeline();
    }

    private boolean sendBatch() throws IOException {
        unpark();
        List<PendingEvent> flying =
                flights.stream().flatMap(flight -> flight.events().stream()).toList();
        List<PendingEvent> pending = lease.next(settings.batch(), parkedUntil.keySet(), flying);
        List<PendingEvent> batch = sequenced(oneOfEachAggregate(pending), flying);
        heldBack = batch.size() < pending.size() || !flying.isEmpty();
        more = pending.size() == settings.batch();
        if (batch.isEmpty()) {
            return false;
        }
        observer.taken(batch);
        flights.add(
                new Flight(batch, channel.send(batch.stream().map(this::message).toList())));
        return true;
    }

    private static List<PendingEvent> oneOfEachAggregate(List<PendingEvent> pending) {
        Set<String> taken = new HashSet<>();
        return pending.stream().filter(event -> taken.add(event.aggregateKey())).toList();
    }

    /** Counts on from what is on its way, as if it were confirmed: that is what a queue sees. */
    private List<PendingEvent> sequenced(List<PendingEvent> batch, List<PendingEvent> flying) {
        Map<String, Version> upcoming = new HashMap<>(sequences);
        flying.forEach(pending -> upcoming.put(
                pending.event().type(), requireNonNull(pending.event().sequence())));
        return batch.stream()
                .map(pending -> pending.withSequence(
                        upcoming.merge(pending.event().type(), new Version(epoch, 1), (last, first) -> next(last))))
                .toList();
    }

    /** Only what was confirmed counts, so a type that nobody takes does not leave a gap behind. */
    private void settle(List<Flight> answered) {
        List<PendingEvent> confirmed = new ArrayList<>();
        List<PendingEvent> unroutable = new ArrayList<>();
        Map<String, Version> reached = new HashMap<>();
        for (Flight flight : answered) {
            List<Outcome> outcomes = flight.answers().outcomes();
            for (int i = 0; i < flight.events().size(); i++) {
                PendingEvent pending = flight.events().get(i);
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
        }
        park(unroutable);
        if (!confirmed.isEmpty()) {
            observer.confirmed(confirmed);
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
        return OutgoingMessage.of(event, names.service(), Exchanges.EVENTS, event.type(), pending.mandatory());
    }
}

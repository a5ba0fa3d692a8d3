package com.smartfitness.replication.replica;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.consumer.EventHandlers;
import com.smartfitness.replication.consumer.Incoming;
import com.smartfitness.replication.consumer.Work;
import com.smartfitness.replication.outbox.Heartbeat;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import com.smartfitness.replication.snapshot.StateDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Feeds a {@link com.smartfitness.replication.Replica} from its queue: events, chunks of snapshots, heartbeats. */
public final class ReplicaWork implements Work {

    private final ReplicaDefinition replica;
    private final boolean acceptsOutsiders;
    private final boolean completeBeforeReady;
    private final Set<String> types;
    private final Translator translator;
    private final ReplicaStore store;
    private final ReplicaCompletion completion;
    private final Verification verification;
    private final ConsumerObserver observer;
    private final JsonMapper json;
    private @Nullable SeenPlaces places;
    /** Kept until a snapshot has begun, so that a store that is away meanwhile does not make it forgotten. */
    private boolean missing;

    /**
     * Prepares the work of one replica, and its store for it.
     *
     * @throws IllegalArgumentException if the store cannot keep rows of this shape
     */
    public ReplicaWork(
            ReplicaDefinition replica,
            boolean acceptsOutsiders,
            boolean completeBeforeReady,
            EventHandlers handlers,
            ReplicaStore store,
            ConfirmedPublisher publisher,
            ReplicationProperties properties,
            ConsumerObserver observer,
            JsonMapper json) {
        this.replica = replica;
        this.acceptsOutsiders = acceptsOutsiders;
        this.completeBeforeReady = completeBeforeReady;
        this.types = handlers.types();
        this.translator = new Translator(replica.source(), handlers);
        this.store = store;
        this.completion = new ReplicaCompletion(
                replica, store, new SnapshotAsking(replica.source(), publisher, properties, json));
        this.verification = new Verification(
                replica,
                store,
                translator,
                new SnapshotAsking(replica.source(), publisher, properties, json),
                properties.consumer().retried());
        this.observer = observer;
        this.json = json;
        store.open(replica);
    }

    /** What is replicated, and where. */
    public ReplicaDefinition replica() {
        return replica;
    }

    /** Whether the replica can be read. */
    public boolean isReady() {
        return completion.isReady();
    }

    /** Whether the service has to wait for the replica. */
    public boolean isAwaited() {
        return completeBeforeReady && !isReady();
    }

    /** How far the replica is complete; null before the queue was opened. */
    public @Nullable ReplicaProgress progress() {
        return completion.progress();
    }

    /** Has the replica filled anew while it is read, within about a second; see {@link ReplicaStore#rebuild}. */
    public ReplicaProgress rebuild() {
        return store.rebuild(replica);
    }

    /** Ends a rebuild; see {@link ReplicaStore#cancel}. */
    public ReplicaProgress cancelRebuild() {
        return store.cancel(replica);
    }

    /** How far the replica is complete, whichever instance fills it. */
    public ReplicaProgress storedProgress() {
        return store.progress(replica);
    }

    /** How the replica compares with its source, as far as this instance has seen. */
    public Verified verified() {
        return verification.verified();
    }

    @Override
    public String queue() {
        return replica.name();
    }

    @Override
    public Collection<String> types() {
        return Stream.concat(types.stream(), Stream.of(Names.heartbeatType(replica.source()), digestType()))
                .toList();
    }

    @Override
    public Collection<String> addressed() {
        return List.of(Names.snapshotChunkKey(replica.source(), replica.name()));
    }

    @Override
    public boolean acceptsOutsiders() {
        return acceptsOutsiders;
    }

    @Override
    public void opened(boolean created) {
        places = new SeenPlaces(replica, store, types);
        completion.opened(created);
        completion.askIfDue();
    }

    @Override
    public void tick() {
        completion.tick();
        verification.askIfDue();
    }

    @Override
    public void handle(List<Incoming> batch, Failures failures) throws IOException, InterruptedException {
        List<Incoming> events = new ArrayList<>(batch.size());
        for (Incoming message : batch) {
            if (types.contains(message.event().type()) || !speaksOfReplication(message)) {
                events.add(message);
                continue;
            }
            applyEvents(events, failures);
            events.clear();
            try {
                hear(message, failures);
            } catch (JacksonException | IllegalArgumentException e) {
                failures.add(message, new MalformedEventException("The data cannot be read", e));
            }
        }
        applyEvents(events, failures);
    }

    private boolean speaksOfReplication(Incoming message) {
        String type = message.event().type();
        return !message.fromOutside()
                && (type.equals(Names.heartbeatType(replica.source()))
                        || type.equals(chunkType())
                        || type.equals(digestType()));
    }

    private void hear(Incoming message, Failures failures) throws IOException, InterruptedException {
        if (message.event().type().equals(digestType())) {
            verify(read(message, StateDigest.class));
        } else if (message.event().type().equals(chunkType())) {
            SnapshotChunk chunk = read(message, SnapshotChunk.class);
            if (chunk.isForInspection()) {
                inspect(chunk);
            } else {
                applyChunk(chunk, failures);
            }
        } else {
            compare(read(message, Heartbeat.class));
            observer.heard(queue(), replica.source());
        }
    }

    private <T> T read(Incoming message, Class<T> shape) {
        T value = json.readValue(message.event().data(), shape);
        if (value == null) {
            throw new IllegalArgumentException("The data are null");
        }
        return value;
    }

    private void applyEvents(List<Incoming> events, Failures failures) throws IOException, InterruptedException {
        if (events.isEmpty()) {
            return;
        }
        long epoch = completion.epoch();
        for (Incoming message : events) {
            CloudEvent event = message.event();
            if (event.sequence() != null && event.version() != null) {
                missing |= places().isGapBefore(event.type(), event.sequence());
                watch().note(event.type(), event.sequence());
                epoch = Math.max(epoch, event.version().epoch());
            }
        }
        restartIfIncomplete(epoch);
        List<Translated> translated = translator.events(events, failures);
        int fresh = Isolation.apply(
                translated, failures, part -> store.apply(replica, Translated.newest(part), watch().unsaved()));
        watch().saved();
        observer.applied(queue(), events.stream().map(Incoming::event).toList(), fresh);
    }

    private void applyChunk(SnapshotChunk chunk, Failures failures) throws IOException, InterruptedException {
        if (chunk.sequences() != null && completion.isNeeded(chunk.generation())) {
            missing |= watch().isGapAfter(places().reached(chunk.epoch(), chunk.sequences()));
            restartIfIncomplete(chunk.epoch());
            places().save();
        }
        List<Translated> rows = translator.rows(chunk, failures);
        try {
            completion.apply(chunk, Translated.newest(rows));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            Isolation.isolate(rows, e, failures, part -> completion.carry(chunk, Translated.newest(part)));
            completion.apply(chunk, List.of());
        }
    }

    private void verify(StateDigest digest) {
        if (completion.isComparable(digest.epoch())) {
            report(verification.compare(digest));
        } else {
            verification.forget();
        }
    }

    private void inspect(SnapshotChunk chunk) throws IOException, InterruptedException {
        if (completion.isComparable(chunk.epoch())) {
            report(verification.inspect(chunk));
        }
    }

    private void report(int drifted) {
        if (drifted > 0) {
            observer.drift(queue(), replica.source(), drifted);
        }
    }

    /** A heartbeat that says more than has arrived, or speaks of another epoch, asks for a snapshot. */
    private void compare(Heartbeat heartbeat) {
        Map<String, Version> reached = places().reached(heartbeat.epoch(), heartbeat.sequences());
        missing |= places().isBehind(reached);
        watch().note(reached);
        restartIfIncomplete(heartbeat.epoch());
        places().save();
    }

    /** Before what shows the gap is committed, so that being killed in between does not hide it. */
    private void restartIfIncomplete(long epoch) {
        if (!missing && !completion.isBehindEpoch(epoch)) {
            return;
        }
        observer.gap(queue(), replica.source());
        completion.restart(epoch);
        missing = false;
        watch().forgotten();
        completion.askIfDue();
    }

    private String digestType() {
        return new Names(replica.source()).digestType(replica.aggregate());
    }

    private String chunkType() {
        return new Names(replica.source()).snapshotChunkType();
    }

    private SeenPlaces places() {
        return requireNonNull(places);
    }

    private StreamWatch watch() {
        return places().watch();
    }
}

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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private final ConsumerObserver observer;
    private final JsonMapper json;
    private @Nullable StreamWatch watch;
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

    @Override
    public String queue() {
        return replica.name();
    }

    @Override
    public Collection<String> types() {
        return Stream.concat(types.stream(), Stream.of(Names.heartbeatType(replica.source())))
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
        watch = new StreamWatch(types, store.seen(replica));
        completion.opened(created);
        completion.askIfDue();
    }

    @Override
    public void tick() {
        completion.tick();
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
                && (type.equals(Names.heartbeatType(replica.source())) || type.equals(chunkType()));
    }

    private void hear(Incoming message, Failures failures) throws IOException, InterruptedException {
        if (message.event().type().equals(chunkType())) {
            applyChunk(read(message, SnapshotChunk.class), failures);
        } else {
            compare(read(message, Heartbeat.class));
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
                missing |= isGapBefore(event.type(), event.sequence());
                watch().note(event.type(), event.sequence());
                epoch = Math.max(epoch, event.version().epoch());
            }
        }
        restartIfIncomplete(epoch);
        List<Translated> translated = translator.events(events, failures);
        int fresh =
                apply(translated, failures, part -> store.apply(replica, Translated.newest(part), watch().unsaved()));
        watch().saved();
        observer.applied(queue(), events.stream().map(Incoming::event).toList(), fresh);
    }

    private int apply(List<Translated> events, Failures failures, Part part) throws IOException, InterruptedException {
        try {
            return part.apply(events);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return isolate(events, e, failures, part);
        }
    }

    /** Halves what the store has refused until the culprits stand alone. */
    private int isolate(List<Translated> events, RuntimeException refusal, Failures failures, Part part)
            throws IOException, InterruptedException {
        if (events.isEmpty()) {
            throw refusal;
        }
        if (events.size() == 1) {
            failures.add(events.getFirst().message().get(), refusal);
            return apply(List.of(), failures, part);
        }
        int half = events.size() / 2;
        return apply(events.subList(0, half), failures, part)
                + apply(events.subList(half, events.size()), failures, part);
    }

    private void applyChunk(SnapshotChunk chunk, Failures failures) throws IOException, InterruptedException {
        if (chunk.sequences() != null && completion.isNeeded(chunk.generation())) {
            missing |= watch().isGapAfter(reached(chunk.epoch(), chunk.sequences()));
            restartIfIncomplete(chunk.epoch());
            saveSeen();
        }
        List<Translated> rows = translator.rows(chunk, failures);
        try {
            completion.apply(chunk, Translated.newest(rows));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            isolate(rows, e, failures, part -> completion.carry(chunk, Translated.newest(part)));
            completion.apply(chunk, List.of());
        }
    }

    /** A heartbeat that says more than has arrived, or speaks of another epoch, asks for a snapshot. */
    private void compare(Heartbeat heartbeat) {
        Map<String, Version> reached = reached(heartbeat.epoch(), heartbeat.sequences());
        missing |= isBehind(reached);
        watch().note(reached);
        restartIfIncomplete(heartbeat.epoch());
        saveSeen();
    }

    /** Of a type that it does not mention the source has sent nothing yet, so that a lost first one shows. */
    private Map<String, Version> reached(long epoch, Map<String, String> sequences) {
        Map<String, Version> reached = new HashMap<>();
        types.forEach(type -> reached.put(type, new Version(epoch, 0)));
        sequences.forEach((type, place) -> reached.put(type, Version.parse(place)));
        return reached;
    }

    private void saveSeen() {
        if (!watch().unsaved().isEmpty()) {
            store.apply(replica, List.of(), watch().unsaved());
            watch().saved();
        }
    }

    /** Another instance may have worked off the queue until now; what it has seen is in the store. */
    private boolean isGapBefore(String type, Version place) {
        if (!watch().isGapBefore(type, place)) {
            return false;
        }
        watch().learn(store.seen(replica));
        return watch().isGapBefore(type, place);
    }

    private boolean isBehind(Map<String, Version> reached) {
        if (!watch().isBehind(reached)) {
            return false;
        }
        watch().learn(store.seen(replica));
        return watch().isBehind(reached);
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

    private String chunkType() {
        return new Names(replica.source()).snapshotChunkType();
    }

    private interface Part {
        int apply(List<Translated> part);
    }

    private StreamWatch watch() {
        return requireNonNull(watch);
    }
}

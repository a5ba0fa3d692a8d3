package com.smartfitness.replication.replica;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import com.smartfitness.replication.snapshot.SnapshotRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a replica complete: asks its source for one chunk after the other, at the consumer's own pace. The cursor is
 * stored with the rows, so a snapshot goes on where it was when either side was killed; a chunk that does not come is
 * asked for again. The next chunk is requested before the present one is applied.
 */
final class ReplicaCompletion {

    private static final Logger log = LoggerFactory.getLogger(ReplicaCompletion.class);

    /** Snapshots are counted from 1. */
    private static final long NOT_AWAITED = -1;

    private final ReplicaDefinition replica;
    private final ReplicaStore store;
    private final ConfirmedPublisher publisher;
    private final ReplicationProperties properties;
    private final JsonMapper json;
    private volatile @Nullable ReplicaProgress progress;
    private volatile boolean neededBeforeReady;
    private long askAgainAt;

    ReplicaCompletion(
            ReplicaDefinition replica,
            ReplicaStore store,
            ConfirmedPublisher publisher,
            ReplicationProperties properties,
            JsonMapper json) {
        this.replica = replica;
        this.store = store;
        this.publisher = publisher;
        this.properties = properties;
        this.json = json;
    }

    /** Goes on with a snapshot that was running, or begins one where events may have been missed. */
    void opened(boolean missedEvents) {
        ReplicaProgress found = store.progress(replica);
        if (missedEvents || !(found.everComplete() || found.running())) {
            found = store.begin(replica, found.epoch());
        }
        neededBeforeReady = progress == null && found.running();
        progress = found;
        askAgainAt = System.nanoTime();
    }

    /** Begins a snapshot, whatever is running. */
    void restart(long epoch) {
        log.info("{} asks {} for a snapshot of {}", replica.name(), replica.source(), replica.aggregate());
        progress = store.begin(replica, epoch);
        askAgainAt = System.nanoTime();
    }

    /** The source's epoch as far as it is known, 0 if it is not. */
    long epoch() {
        ReplicaProgress known = progress;
        return known == null ? 0 : known.epoch();
    }

    /** Whether the replica can be read: complete at least once, and since this process started if it had to be. */
    boolean isReady() {
        ReplicaProgress known = progress;
        return known != null && known.everComplete() && !(neededBeforeReady && known.running());
    }

    @Nullable ReplicaProgress progress() {
        return progress;
    }

    /** Whether the source has been restored since the replica was filled, as far as that is known. */
    boolean isBehindEpoch(long epoch) {
        return epoch() != 0 && epoch > epoch();
    }

    void apply(SnapshotChunk chunk, List<ReplicaChange> changes) throws IOException, InterruptedException {
        ReplicaProgress before = requireNonNull(progress);
        if (isBehindEpoch(chunk.epoch())) {
            restart(chunk.epoch());
            askIfDue();
            return;
        }
        ChunkPlace place = new ChunkPlace(chunk.generation(), chunk.epoch(), chunk.after(), chunk.next());
        if (place.isAwaitedBy(before) && !place.isLast()) {
            ask(chunk.next());
        }
        ReplicaProgress after = store.advance(replica, changes, place);
        progress = after;
        if (before.running() && !after.running()) {
            neededBeforeReady = false;
            log.info("{} is complete with {} of {}", replica.name(), after.applied(), replica.aggregate());
        }
    }

    /** Looks whether another instance has carried the snapshot on, and asks if nobody does. */
    void tick() throws IOException, InterruptedException {
        ReplicaProgress known = progress;
        if (known == null || !known.running()) {
            return;
        }
        ReplicaProgress stored = store.progress(replica);
        if (!stored.equals(known)) {
            progress = stored;
            askAgainAt = System.nanoTime() + properties.snapshot().patience().toNanos();
        }
        askIfDue();
    }

    /** Applies some rows of a chunk without moving on. Returns 0: none of them counts as an event. */
    int carry(SnapshotChunk chunk, List<ReplicaChange> changes) {
        store.advance(replica, changes, new ChunkPlace(NOT_AWAITED, chunk.epoch(), chunk.after(), chunk.next()));
        return 0;
    }

    /** Asks where a chunk is awaited and has not been asked for, or has not come for too long. */
    void askIfDue() throws IOException, InterruptedException {
        ReplicaProgress known = progress;
        if (known != null && known.running() && System.nanoTime() - askAgainAt >= 0) {
            ask(known.cursor());
        }
    }

    private void ask(@Nullable String after) throws IOException, InterruptedException {
        Names names = new Names(properties.service());
        Duration patience = properties.snapshot().patience();
        CloudEvent event = new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(properties.service()),
                names.snapshotRequestType(),
                replica.name(),
                Instant.now(),
                null,
                null,
                null,
                json.writeValueAsBytes(new SnapshotRequest(
                        replica.name(),
                        replica.aggregate(),
                        requireNonNull(progress).generation(),
                        after)));
        Outcome outcome = publisher.publish(new OutgoingMessage(
                Exchanges.REPLICATION,
                names.snapshotRequestKey(replica.source()),
                true,
                CloudEventHeaders.write(event, properties.brokerUser())
                        .builder()
                        .expiration(String.valueOf(patience.toMillis()))
                        .build(),
                event.data()));
        boolean sourceIsThere = outcome == Outcome.CONFIRMED;
        askAgainAt = System.nanoTime() + (sourceIsThere ? patience : Duration.ofSeconds(1)).toNanos();
    }
}

package com.smartfitness.replication.snapshot;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import com.smartfitness.replication.consumer.Incoming;
import com.smartfitness.replication.consumer.Work;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.PublishedPage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The source's side of snapshots: answers each request with one chunk, sent to the asking consumer's queue alone. It
 * remembers nothing between two requests, so either side may be killed at any time.
 */
public final class SnapshotResponder implements Work {

    private final Outbox outbox;
    private final ConfirmedPublisher publisher;
    private final ReplicationProperties properties;
    private final JsonMapper json;
    private final Names names;
    private final SnapshotChunkWriter writer;

    public SnapshotResponder(
            Outbox outbox, ConfirmedPublisher publisher, ReplicationProperties properties, JsonMapper json) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.properties = properties;
        this.json = json;
        this.names = new Names(properties.service());
        this.writer =
                new SnapshotChunkWriter(json, properties.snapshot().chunkSize().toBytes());
    }

    @Override
    public String queue() {
        return names.snapshotRequests();
    }

    @Override
    public Collection<String> types() {
        return List.of();
    }

    @Override
    public Collection<String> addressed() {
        return List.of(new Names("*").snapshotRequestKey(names.service()));
    }

    @Override
    public void handle(List<Incoming> batch, Failures failures) throws IOException, InterruptedException {
        for (Incoming message : batch) {
            try {
                answer(requested(message));
            } catch (MalformedEventException e) {
                failures.add(message, e);
            }
        }
    }

    private SnapshotRequest requested(Incoming message) {
        try {
            SnapshotRequest request = json.readValue(message.event().data(), SnapshotRequest.class);
            if (request == null || request.replica() == null || request.aggregate() == null) {
                throw new MalformedEventException("A request for a snapshot names replica and aggregate");
            }
            String asking = Names.sourceOf(request.replica());
            if (!Names.sourceUri(asking).equals(message.event().source())) {
                throw new MalformedEventException("A snapshot for " + request.replica() + " was asked for by "
                        + requireNonNull(message.event().source()));
            }
            return request;
        } catch (JacksonException e) {
            throw new MalformedEventException("Not a request for a snapshot", e);
        }
    }

    /** A consumer whose queue is gone asks again when it has a new one. */
    private void answer(SnapshotRequest request) throws IOException, InterruptedException {
        PublishedPage page = outbox.published(
                request.aggregate(), request.after(), properties.snapshot().chunkRows());
        Set<String> busy = request.generation() == SnapshotRequest.INSPECTION
                ? Busy.among(outbox, request.aggregate(), page)
                : Set.of();
        byte[] chunk = writer.write(request, page, busy);
        CloudEvent event =
                CloudEvent.aside(names.service(), names.snapshotChunkType(), request.replica(), Instant.now(), chunk);
        publisher.publish(OutgoingMessage.of(
                event,
                names.service(),
                Exchanges.REPLICATION,
                Names.snapshotChunkKey(names.service(), request.replica()),
                true));
    }
}

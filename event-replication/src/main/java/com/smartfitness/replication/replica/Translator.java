package com.smartfitness.replication.replica;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.EventHandlers;
import com.smartfitness.replication.consumer.Incoming;
import com.smartfitness.replication.consumer.Work.Failures;
import com.smartfitness.replication.outbox.StateHash;
import com.smartfitness.replication.snapshot.SnapshotChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns events and rows of snapshots into changes of the replica, by the author's {@code on(...)} methods. */
final class Translator {

    private final String source;
    private final EventHandlers handlers;

    Translator(String source, EventHandlers handlers) {
        this.source = source;
        this.handlers = handlers;
    }

    List<Translated> events(List<Incoming> messages, Failures failures) throws IOException, InterruptedException {
        List<Translated> translated = new ArrayList<>(messages.size());
        for (Incoming message : messages) {
            CloudEvent event = message.event();
            try {
                DomainEvent fact = handlers.read(event.type(), event.data());
                Version version = message.fromOutside() ? Version.OUTSIDE : stated(event);
                long hash = StateHash.of(event.type(), event.data());
                translated.add(
                        new Translated(change(event.type(), event.subject(), version, hash, fact), () -> message));
            } catch (RuntimeException e) {
                failures.add(message, e);
            }
        }
        return translated;
    }

    /** A row that cannot be translated fails as the event that it was. */
    List<Translated> rows(SnapshotChunk chunk, Failures failures) throws IOException, InterruptedException {
        List<Translated> translated = new ArrayList<>(chunk.rows().size());
        for (SnapshotChunk.Row row : chunk.rows()) {
            Version version = new Version(chunk.epoch(), row.version());
            try {
                DomainEvent fact = handlers.read(row.type(), row.data());
                translated.add(new Translated(
                        change(row.type(), row.id(), version, row.hash(), fact), () -> asEvent(row, version)));
            } catch (RuntimeException e) {
                failures.add(asEvent(row, version), e);
            }
        }
        return translated;
    }

    private ReplicaChange change(String type, @Nullable String subject, Version version, long hash, DomainEvent fact) {
        String id = fact.aggregateId();
        if (subject != null && !subject.equals(id)) {
            throw new MalformedEventException("The subject is " + subject + " but the data is about " + id);
        }
        Object row = handlers.isTombstone(type) ? null : handlers.call(type, fact);
        return new ReplicaChange(id, version, hash, row);
    }

    private static Version stated(CloudEvent event) {
        if (event.version() == null) {
            throw new MalformedEventException("The owner of an aggregate states its version");
        }
        return event.version();
    }

    private Incoming asEvent(SnapshotChunk.Row row, Version version) {
        CloudEvent event = new CloudEvent(
                UUID.randomUUID().toString(),
                Names.sourceUri(source),
                row.type(),
                row.id(),
                row.time(),
                requireNonNull(version),
                null,
                null,
                row.data().toString().getBytes(UTF_8));
        return new Incoming(row.type(), CloudEventHeaders.write(event, Names.brokerUser(source)), event, false);
    }
}

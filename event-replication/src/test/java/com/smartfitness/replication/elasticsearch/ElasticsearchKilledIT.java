package com.smartfitness.replication.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.NoteEvent.NoteErasedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.stack.ElasticsearchServer;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after {@code kill -9}, and everything says so while the store is away. */
class ElasticsearchKilledIT {

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    @Test
    void keepsWhatItHasAcknowledgedAndSaysWhileItIsAway() throws Exception {
        try (ElasticsearchServer server = Stores.startOwnSearch();
                ServiceElasticsearch elasticsearch = ServiceElasticsearch.on(server.facts())) {
            ElasticsearchReplicaStore replicas = elasticsearch.replicaStore();
            replicas.open(REPLICA);
            replicas.begin(REPLICA, 1);
            OutboxLease lease = elasticsearch.outbox().tryLease().orElseThrow();
            List<Version> acknowledged = new CopyOnWriteArrayList<>();
            Thread editor = Thread.ofVirtual().start(() -> editUntilItFails(elasticsearch, acknowledged));
            Eventually.holds("some edits are made", () -> acknowledged.size() > 20);

            server.kill();
            editor.join();

            refusesEverything(elasticsearch, lease, replicas);

            server.start();

            assertThat(replicas.progress(REPLICA).running()).isTrue();
            List<Long> waiting = waiting(elasticsearch.another());
            assertThat(waiting)
                    .containsSequence(counters(acknowledged))
                    .hasSizeLessThanOrEqualTo(acknowledged.size() + 1);
            assertThat(elasticsearch.publish(new NoteErasedEvent("a")).versions())
                    .containsExactly(new Version(1, waiting.size() + 1));
        }
    }

    private static void editUntilItFails(ServiceElasticsearch elasticsearch, List<Version> acknowledged) {
        try {
            while (true) {
                acknowledged.addAll(elasticsearch
                        .publish(new NoteWrittenEvent("a", "edit " + acknowledged.size()))
                        .versions());
            }
        } catch (StoreUnavailableException e) {
            // Whether this one was made is not known.
        }
    }

    /** What another process, which nobody has told of anything, finds to be sent. */
    private static List<Long> waiting(ServiceElasticsearch another) {
        Optional<OutboxLease> given =
                Eventually.becomes("the lease is over", another.outbox()::tryLease, Optional::isPresent);
        try (OutboxLease lease = given.orElseThrow()) {
            List<PendingEvent> events = lease.next(10_000, List.of(), List.of());
            return counters(
                    events.stream().map(event -> event.event().version()).toList());
        }
    }

    private static List<Long> counters(List<Version> versions) {
        List<Long> counters = versions.stream().map(Version::counter).toList();
        assertThat(counters)
                .isEqualTo(LongStream.rangeClosed(1, counters.size()).boxed().toList());
        return counters;
    }

    private static void refusesEverything(
            ServiceElasticsearch elasticsearch, OutboxLease lease, ElasticsearchReplicaStore replicas) {
        Stream.<ThrowingCallable>of(
                        () -> elasticsearch.publish(new NoteWrittenEvent("b", "never")),
                        () -> elasticsearch.outbox().tryLease(),
                        () -> elasticsearch.outbox().backlog(),
                        () -> elasticsearch.outbox().published("note", null, 10),
                        () -> elasticsearch.outbox().aggregates(),
                        () -> elasticsearch.outbox().pending("note", List.of("a")),
                        () -> elasticsearch.outbox().epoch(),
                        () -> elasticsearch.outbox().raiseEpoch(),
                        () -> lease.next(10, List.of(), List.of()),
                        () -> lease.remove(List.of(), Map.of("any", new Version(1, 1))),
                        lease::epoch,
                        () -> elasticsearch.inbox().once("readers.notes", "e1", () -> {}),
                        () -> elasticsearch.inbox().prune(Instant.now()),
                        () -> replicas.apply(REPLICA, List.of(), Map.of("any", new Version(1, 1))),
                        () -> replicas.seen(REPLICA),
                        () -> replicas.progress(REPLICA),
                        () -> replicas.begin(REPLICA, 1),
                        () -> replicas.advance(REPLICA, List.of(), new ChunkPlace(1, 1, null, null)),
                        () -> replicas.states(REPLICA, null, null),
                        () -> elasticsearch.changes().read("note", "a", ServiceElasticsearch.Note.class))
                .forEach(call -> assertThatExceptionOfType(StoreUnavailableException.class)
                        .isThrownBy(call));
    }
}

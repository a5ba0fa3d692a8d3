package com.smartfitness.replication.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.indices.IndicesBlockOptions;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.NoteErasedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.elasticsearch.ServiceElasticsearch.Note;
import com.smartfitness.testing.stores.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What happens to an index when the service learns to search by more. */
abstract class IndexMoves {

    private static final AtomicInteger REVISION = new AtomicInteger(1);

    /** The service as it is before. */
    abstract ServiceElasticsearch before();

    @Test
    void isWrittenAndReadWhileItMovesAndLosesNothing() throws Exception {
        ServiceElasticsearch before = before();
        before.publish(new NoteWrittenEvent("erased", "gone before the move"));
        before.publish(new NoteErasedEvent("erased"));
        Map<String, List<Version>> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean moved = new AtomicBoolean();
        List<Thread> writers = IntStream.range(0, 3)
                .mapToObj(writer -> Thread.ofVirtual()
                        .start(() -> acknowledged.put("w" + writer, writeUntil(moved, before, "w" + writer))))
                .toList();
        Eventually.holds(
                "writers write",
                () -> before.changes().read("note", "w2", Note.class).isPresent());

        ServiceElasticsearch after = before.successor(nextLayout());
        assertThat(after.changes().read("note", "erased", Note.class)).isEmpty();
        moved.set(true);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(acknowledged).hasSize(3).allSatisfy((note, versions) -> {
            assertThat(versions)
                    .extracting(Version::counter)
                    .isEqualTo(
                            LongStream.rangeClosed(1, versions.size()).boxed().toList());
            assertThat(after.changes().read("note", note, Note.class)).contains(new Note(versions.size()));
        });
        assertThat(found(after, acknowledged.get("w0").size())).isNotEmpty();
        assertThat(before.publish(new NoteWrittenEvent("erased", "again")).versions())
                .containsExactly(new Version(1, 3));
        assertThat(after.outbox().backlog().pending())
                .isEqualTo(
                        3 + acknowledged.values().stream().mapToInt(List::size).sum());
    }

    @Test
    void isMovedByTheNextProcessWhereOneWasKilledWhileWritesWereRefused() {
        ServiceElasticsearch before = before();
        before.publish(new NoteWrittenEvent("a", "first"));
        String alias = before.indices().alias("note");
        before.link()
                .call(client ->
                        client.indices().addBlock(block -> block.index(alias).block(IndicesBlockOptions.Write)));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> before.publish(new NoteWrittenEvent("a", "refused")));

        ServiceElasticsearch after = before.successor(nextLayout());

        assertThat(after.changes().read("note", "a", Note.class)).contains(new Note(1));
        assertThat(before.publish(new NoteWrittenEvent("a", "second")).versions())
                .containsExactly(new Version(1, 2));
    }

    /** By which more can be searched than by the one before. */
    private static DocumentLayout nextLayout() {
        String json = "{\"properties\": {\"written\": {\"type\": \"long\"}}}";
        return new DocumentLayout("note", REVISION.incrementAndGet(), json);
    }

    /** Writes again and again, and again what was refused. */
    private static List<Version> writeUntil(AtomicBoolean moved, ServiceElasticsearch service, String note) {
        List<Version> versions = new ArrayList<>();
        boolean afterwards = false;
        while (!afterwards) {
            afterwards = moved.get();
            try {
                versions.addAll(
                        service.publish(new NoteWrittenEvent(note, "once more")).versions());
                assertThat(service.changes().read("note", note, Note.class)).isPresent();
            } catch (StoreUnavailableException e) {
                afterwards = false;
            }
        }
        return versions;
    }

    /** Notes that the first layout could not search for. */
    private static List<ObjectNode> found(ServiceElasticsearch service, int written) {
        service.link().refresh(service.indices().alias("note"));
        return service
                .link()
                .find(
                        service.indices().alias("note"),
                        search -> search.query(query ->
                                query.term(term -> term.field("content.written").value(written))))
                .stream()
                .map(StoredDocument::copy)
                .toList();
    }
}

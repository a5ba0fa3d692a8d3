package com.smartfitness.replication.elasticsearch;

import static com.smartfitness.replication.elasticsearch.ServiceElasticsearch.changeThatPublishes;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.EnlistingInboxContract;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.contract.OutboxContract;
import com.smartfitness.replication.contract.RandomHistoriesContract;
import com.smartfitness.replication.elasticsearch.ServiceElasticsearch.Note;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** All contracts, on the one Elasticsearch of this JVM, which takes longer to start than the tests of each. */
class ElasticsearchStoreIT {

    private static ServiceElasticsearch elasticsearch;

    @BeforeAll
    static void connect() {
        elasticsearch = ServiceElasticsearch.on(Stores.search().facts());
    }

    @AfterAll
    static void close() {
        elasticsearch.close();
    }

    @Nested
    class Outboxes extends OutboxContract {

        @Override
        protected void empty() {
            elasticsearch = elasticsearch.emptied();
        }

        @Override
        protected Outbox outbox() {
            return elasticsearch.outbox();
        }

        @Override
        protected List<Version> commit(DomainEvent... events) {
            return elasticsearch.publish(events).versions();
        }

        /** All of a change is one write, so what comes before its commit comes before it. */
        @Override
        protected void commitAfter(Runnable meanwhile, DomainEvent event) {
            DocumentChange<Note> change = changeThatPublishes(event);
            boolean[] done = {false};
            elasticsearch.changes().make(new DocumentChange<>(change.kind(), change.id(), change.content(), stored -> {
                if (!done[0]) {
                    done[0] = true;
                    meanwhile.run();
                }
                return change.step().apply(stored);
            }));
        }

        @Override
        protected void rollBack(DomainEvent event) {
            DocumentChange<Note> change = changeThatPublishes(event);
            assertThatIllegalStateException()
                    .isThrownBy(() -> elasticsearch
                            .changes()
                            .make(new DocumentChange<>(change.kind(), change.id(), change.content(), stored -> {
                                var _ = change.step().apply(stored);
                                throw new IllegalStateException("On second thoughts");
                            })));
        }

        /** A session is time in which nobody may take the lease, and ends if nothing is heard of it. */
        @Override
        protected void breakSession(OutboxLease lease) {}

        @Test
        void findsWhatOthersHaveCommitted() {
            try (OutboxLease lease = lease()) {
                elasticsearch.another().publish(new NoteWrittenEvent("a", "by another process"));

                Eventually.becomes(
                        "the event is found", () -> lease.next(10, List.of(), List.of()), events -> events.size() == 1);
            }
        }

        @Test
        void readsSeveralDocumentsAtOnce() {
            write("a", "first");
            write("b", "first");
            write("b", "second");
            write("c", "first");
            erase("c");

            assertThat(elasticsearch.changes().read("note", List.of("a", "b", "c", "none"), Note.class))
                    .isEqualTo(Map.of("a", new Note(1), "b", new Note(2)));
        }

        @Test
        void keepsContentApartFromEventsAndLeavesATombstone() {
            write("a", "first");
            write("a", "second");
            assertThat(elasticsearch.changes().read("note", "a", Note.class)).contains(new Note(2));

            erase("a");

            assertThat(elasticsearch.changes().read("note", "a", Note.class)).isEmpty();
            write("a", "again");
            assertThat(elasticsearch.changes().read("note", "a", Note.class)).contains(new Note(1));
        }
    }

    @Nested
    class Inboxes extends EnlistingInboxContract {

        @Override
        protected void empty() {
            elasticsearch = elasticsearch.emptied();
        }

        @Override
        protected Inbox inbox() {
            return elasticsearch.inbox();
        }

        @Override
        protected void write(String line) {
            elasticsearch.changes().enlist(changeThatPublishes(new NoteWrittenEvent(line, "written")));
        }

        @Override
        protected List<String> written() {
            List<String> lines = new ArrayList<>();
            for (ObjectNode document : elasticsearch.documents("note")) {
                for (int i = document.at("/content/written").asInt(0); i > 0; i--) {
                    lines.add(document.at("/replication/id").stringValue());
                }
            }
            assertThat(elasticsearch.outbox().backlog().pending()).isEqualTo(lines.size());
            return lines;
        }

        @Test
        void remembersWhatChangedNothing() {
            assertThat(inbox().once("rewards.gifts", "e1", () -> {})).isTrue();
            assertThat(inbox().once("rewards.gifts", "e1", () -> {})).isFalse();
        }

        @Test
        void refusesChangesThatTheMemoryWouldNotBePartOf() {
            DocumentChange<Note> change = changeThatPublishes(new NoteWrittenEvent("a", "written"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> inbox().once(
                                    "rewards.gifts",
                                    "e1",
                                    () -> elasticsearch.changes().make(change)))
                    .withMessageStartingWith("A reaction enlists its change");
            assertThatIllegalStateException()
                    .isThrownBy(() -> elasticsearch.changes().enlist(change))
                    .withMessageStartingWith("Only a reaction");
            assertThat(written()).isEmpty();
        }
    }

    @Nested
    class Replicas extends ElasticsearchReplicas {

        @Override
        ServiceElasticsearch elasticsearch() {
            return elasticsearch;
        }

        @Override
        protected void empty() {
            elasticsearch = elasticsearch.emptied();
        }
    }

    @Nested
    class Histories extends RandomHistoriesContract {

        /** Few, because each step is several writes that wait for the disk. */
        protected static LongStream seeds() {
            return RandomHistoriesContract.seeds().limit(4);
        }

        @Override
        protected void empty() {
            elasticsearch = elasticsearch.emptied();
        }

        @Override
        protected ReplicaStore newStore() {
            return elasticsearch.replicaStore();
        }

        @Override
        protected Map<String, String> rows() {
            return elasticsearch.replicaRows().rows("known_note", KnownNote.class).stream()
                    .collect(toMap(KnownNote::noteId, KnownNote::text));
        }
    }

    @Nested
    class Moves extends IndexMoves {

        @Override
        ServiceElasticsearch before() {
            elasticsearch = elasticsearch.emptied();
            return elasticsearch;
        }
    }
}

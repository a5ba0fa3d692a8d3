package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.BoardNamedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteErasedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.outbox.Outbox.Backlog;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link com.smartfitness.replication.outbox.Outbox} has to do, and to throw a
 * {@link StoreUnavailableException} where it cannot.
 */
public abstract class OutboxContract extends OutboxLeaseContract {

    @Test
    void showsNothingBeforeTheCommit() {
        commitAfter(
                () -> Concurrently.times(1, number -> {
                    assertThat(outbox().backlog().pending()).isZero();
                    assertThat(allPublished("note", 10)).isEmpty();
                }),
                new NoteWrittenEvent("a", "first"));

        assertThat(outbox().backlog().pending()).isEqualTo(1);
        assertThat(allPublished("note", 10)).hasSize(1);
    }

    @Test
    void showsNothingOfWhatWasRolledBack() {
        rollBack(new NoteWrittenEvent("a", "never"));

        assertThat(outbox().backlog().pending()).isZero();
        assertThat(allPublished("note", 10)).isEmpty();
        assertThat(write("a", "first")).isEqualTo(new Version(1, 1));
    }

    @Test
    void countsTheVersionsOfEachAggregate() {
        assertThat(write("a", "first")).isEqualTo(new Version(1, 1));
        assertThat(write("b", "first")).isEqualTo(new Version(1, 1));
        assertThat(write("a", "second")).isEqualTo(new Version(1, 2));
        assertThat(commit(new BoardNamedEvent("a", "Another kind"))).containsExactly(new Version(1, 1));
    }

    @Test
    void countsEachEventOfOneTransaction() {
        List<Version> versions = commit(new NoteWrittenEvent("a", "first"), new NoteWrittenEvent("a", "second"));

        assertThat(versions).containsExactly(new Version(1, 1), new Version(1, 2));
        try (OutboxLease lease = lease()) {
            assertThat(places(oldest(lease, 10))).containsExactly("a 1.1", "a 1.2");
        }
    }

    @Test
    void goesOnCountingAfterADeletion() {
        write("a", "first");

        assertThat(erase("a")).isEqualTo(new Version(1, 2));
        assertThat(write("a", "again")).isEqualTo(new Version(1, 3));
    }

    @Test
    void measuresItsBacklog() {
        Instant before = Instant.now().minusSeconds(1);
        assertThat(outbox().backlog()).isEqualTo(new Backlog(0, null));

        write("a", "first");
        Instant between = Instant.now().plusSeconds(1);
        write("b", "first");

        assertThat(outbox().backlog().pending()).isEqualTo(2);
        assertThat(outbox().backlog().oldest()).isBetween(before, between);
    }

    @Test
    void keepsTheLastStateOfEachAggregateTombstonesIncluded() {
        write("a", "first");
        write("b", "first");
        write("a", "second");
        erase("b");
        commit(new BoardNamedEvent("kitchen", "Kitchen"));

        List<PublishedState> notes = allPublished("note", 10);

        assertThat(notes).extracting(PublishedState::id).containsExactly("a", "b");
        assertThat(notes).extracting(PublishedState::version).containsExactly(2L, 2L);
        assertThat(notes)
                .extracting(PublishedState::type)
                .containsExactly("notes.note-written.v1", "notes.note-erased.v1");
        assertThat(notes)
                .extracting(PublishedState::data)
                .containsExactly("{\"id\":\"a\",\"text\":\"second\"}", "{\"id\":\"b\"}");
    }

    @Test
    void tellsWithTheFirstPageHowFarTheStreamsHadCome() {
        write("a", "first");
        write("b", "first");
        try (OutboxLease lease = lease()) {
            lease.remove(oldest(lease, 1), Map.of("notes.note-written.v1", new Version(1, 1)));
        }

        PublishedPage first = outbox().published("note", null, 1);

        assertThat(first.sequences()).containsExactly(Map.entry("notes.note-written.v1", new Version(1, 1)));
        assertThat(outbox().published("note", first.next(), 1).sequences()).isEmpty();
    }

    @Test
    void pagesInTheOrderOfIds() {
        for (String id : List.of("b", "B", "a/2", "a", "가", "a10", "é")) {
            write(id, "first");
        }

        List<String> whole = ids(allPublished("note", 100));

        assertThat(whole).hasSize(7).doesNotHaveDuplicates();
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(ids(allPublished("note", limit))).isEqualTo(whole);
        }
    }

    @Test
    void pagesThroughEachAggregateOnceWhileWritersRun() {
        List<String> present =
                IntStream.range(0, 60).mapToObj("note-%03d"::formatted).toList();
        present.forEach(id -> write(id, "first"));
        AtomicBoolean paged = new AtomicBoolean();

        Concurrently.times(3, number -> {
            if (number == 0) {
                try {
                    for (int limit = 1; limit < 8; limit++) {
                        assertThat(ids(allPublished("note", limit)))
                                .containsAll(present)
                                .doesNotHaveDuplicates();
                    }
                } finally {
                    paged.set(true);
                }
            } else {
                for (int i = 0; !paged.get(); i++) {
                    write(present.get(i * number % present.size()), "changed");
                    commit(new NoteErasedEvent("new-%d-%d".formatted(number, i % 20)));
                }
            }
        });
    }

    @Test
    void sendsInTheNewEpochWhatWasBegunInTheOld() {
        commitAfter(() -> Concurrently.times(1, number -> outbox().raiseEpoch()), new NoteWrittenEvent("a", "A"));

        try (OutboxLease lease = lease()) {
            assertThat(places(oldest(lease, 10))).containsExactly("a 2.1");
        }
    }

    @Test
    void raisesItsEpoch() {
        write("a", "first");
        assertThat(outbox().epoch()).isEqualTo(1);

        assertThat(outbox().raiseEpoch()).isEqualTo(2);

        assertThat(outbox().epoch()).isEqualTo(2);
        assertThat(outbox().published("note", null, 10).epoch()).isEqualTo(2);
        assertThat(write("a", "second")).isEqualTo(new Version(2, 2));
        assertThat(write("b", "first")).isEqualTo(new Version(2, 1));
    }

    private List<PublishedState> allPublished(String aggregate, int limit) {
        List<PublishedState> states = new ArrayList<>();
        @Nullable String after = null;
        do {
            PublishedPage page = outbox().published(aggregate, after, limit);
            assertThat(page.states()).hasSizeLessThanOrEqualTo(limit);
            states.addAll(page.states());
            after = page.next();
        } while (after != null);
        return states;
    }

    private static List<String> ids(List<PublishedState> states) {
        return states.stream().map(PublishedState::id).toList();
    }
}

package com.smartfitness.replication.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.contract.NoteEvent.BoardNamedEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the relay relies on. Part of {@link OutboxContract}. */
public abstract class OutboxLeaseContract extends OutboxHarness {

    private static final String WRITTEN = "notes.note-written.v1";

    @Test
    void givesOneLeaseAtATime() {
        try (OutboxLease lease = lease()) {
            assertThat(outbox().tryLease()).isEmpty();
            assertThat(oldest(lease, 10)).isEmpty();
        }
        try (OutboxLease next = lease()) {
            assertThat(next.epoch()).isEqualTo(1);
        }
    }

    @Test
    void endsTheLeaseThatIsClosed() {
        write("a", "first");
        OutboxLease lease = lease();
        List<PendingEvent> taken = oldest(lease, 10);
        lease.close();

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> oldest(lease, 10));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> lease.remove(taken, Map.of()));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(lease::sequences);
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(lease::epoch);
        assertThat(outbox().backlog().pending()).isEqualTo(1);
    }

    @Test
    void endsTheLeaseWithItsSession() {
        write("a", "first");
        OutboxLease lost = lease();
        List<PendingEvent> taken = oldest(lost, 10);

        breakSession(lost);

        try (OutboxLease successor = lease()) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> lost.remove(taken, Map.of(WRITTEN, new Version(1, 1))));
            assertThat(places(oldest(successor, 10))).containsExactly("a 1.1");
            assertThat(successor.sequences()).isEmpty();
        }
        lost.close();
    }

    @Test
    void handsOutWhatWasPublished() {
        Instant before = Instant.now().minusSeconds(1);
        write("a", "한글 \"quoted\"");

        try (OutboxLease lease = lease()) {
            PendingEvent pending = oldest(lease, 10).getFirst();
            CloudEvent event = pending.event();

            assertThat(pending.aggregate()).isEqualTo("note");
            assertThat(pending.mandatory()).isTrue();
            assertThat(event.source()).isEqualTo("/notes-service");
            assertThat(event.type()).isEqualTo(WRITTEN);
            assertThat(event.time()).isBetween(before, Instant.now().plusSeconds(1));
            assertThat(new String(event.data(), UTF_8)).isEqualTo("{\"id\":\"a\",\"text\":\"한글 \\\"quoted\\\"\"}");
        }
    }

    @Test
    void handsOutAnEventUnderOneIdUntilItIsRemoved() {
        write("a", "first");

        try (OutboxLease lease = lease()) {
            String first = oldest(lease, 10).getFirst().event().id();
            String again = oldest(lease, 10).getFirst().event().id();

            assertThat(again).isEqualTo(first);
        }
    }

    @Test
    void handsOutTheOldestFirst() {
        write("a", "first");
        write("b", "first");
        write("a", "second");

        try (OutboxLease lease = lease()) {
            assertThat(places(oldest(lease, 10))).containsExactly("a 1.1", "b 1.1", "a 1.2");
            assertThat(places(oldest(lease, 2))).containsExactly("a 1.1", "b 1.1");
        }
    }

    @Test
    void keepsTheOrderOfEachAggregateUnderConcurrentWriters() {
        Concurrently.times(4, writer -> {
            for (int i = 0; i < 25; i++) {
                write("a", writer + "/" + i);
            }
        });

        try (OutboxLease lease = lease()) {
            List<PendingEvent> events = oldest(lease, 1_000);

            assertThat(events).hasSize(100);
            assertThat(events)
                    .extracting(pending -> pending.event().version().counter())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void passesOverKinds() {
        write("a", "first");
        commit(new BoardNamedEvent("kitchen", "Kitchen"));

        try (OutboxLease lease = lease()) {
            assertThat(places(lease.next(1, List.of("note"), List.of()))).containsExactly("kitchen 1.1");
            assertThat(places(lease.next(1, List.of("board"), List.of()))).containsExactly("a 1.1");
            assertThat(lease.next(1, List.of("board", "note"), List.of())).isEmpty();
        }
    }

    @Test
    void passesOverAggregatesOfWhichAnEventIsOnItsWay() {
        write("a", "first");
        write("a", "second");
        write("b", "first");
        commit(new BoardNamedEvent("a", "Another kind"));

        try (OutboxLease lease = lease()) {
            List<PendingEvent> sent = oldest(lease, 1);
            assertThat(places(lease.next(10, List.of(), sent))).containsExactly("b 1.1", "a 1.1");
            assertThat(places(lease.next(1, List.of(), sent))).containsExactly("b 1.1");
            lease.remove(sent, Map.of());
            assertThat(places(lease.next(1, List.of(), List.of()))).containsExactly("a 1.2");
        }
    }

    @Test
    void removesForGood() {
        write("a", "first");
        write("b", "first");
        write("a", "second");

        try (OutboxLease lease = lease()) {
            lease.remove(oldest(lease, 2), Map.of(WRITTEN, new Version(1, 2)));

            assertThat(places(oldest(lease, 10))).containsExactly("a 1.2");
        }
        try (OutboxLease next = lease()) {
            assertThat(places(oldest(next, 10))).containsExactly("a 1.2");
            assertThat(next.sequences()).containsExactly(Map.entry(WRITTEN, new Version(1, 2)));
        }
    }

    @Test
    void remembersTheLastPlaceOfEachStream() {
        try (OutboxLease lease = lease()) {
            lease.remove(List.of(), Map.of(WRITTEN, new Version(1, 7)));
            lease.remove(List.of(), Map.of(WRITTEN, new Version(1, 8), "notes.note-erased.v1", new Version(1, 1)));

            assertThat(lease.sequences())
                    .containsOnly(
                            Map.entry(WRITTEN, new Version(1, 8)),
                            Map.entry("notes.note-erased.v1", new Version(1, 1)));
        }
    }

    @Test
    void seesWhatIsCommittedAfterTheLeaseWasGiven() {
        try (OutboxLease lease = lease()) {
            write("a", "first");
            outbox().raiseEpoch();

            assertThat(places(oldest(lease, 10))).containsExactly("a 2.1");
            assertThat(lease.epoch()).isEqualTo(2);
        }
    }
}

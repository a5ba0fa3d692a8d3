package com.smartfitness.replication.contract;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.NoteErasedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.testing.stores.Eventually;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** What a store has to lend to {@link OutboxContract}. Each test begins with an empty outbox of epoch 1. */
public abstract class OutboxHarness {

    /** Makes the outbox forget everything, its epoch included. */
    protected abstract void empty();

    /** The outbox under test. */
    protected abstract Outbox outbox();

    /** Makes one change that publishes these events, in one transaction. Returns the versions they were given. */
    protected abstract List<Version> commit(DomainEvent... events);

    /** Makes a change that publishes an event, and runs something else just before it commits. */
    protected abstract void commitAfter(Runnable meanwhile, DomainEvent event);

    /** Makes a change that publishes an event, and takes it all back. */
    protected abstract void rollBack(DomainEvent event);

    /** Ends the lease's session from the side of the store, as a broken network or a killed backend would. */
    protected abstract void breakSession(OutboxLease lease);

    @BeforeEach
    final void beginEmpty() {
        empty();
    }

    protected final Version write(String id, String text) {
        return commit(new NoteWrittenEvent(id, text)).getFirst();
    }

    protected final Version erase(String id) {
        return commit(new NoteErasedEvent(id)).getFirst();
    }

    /** The lease, as soon as the store has noticed that the last one is over. */
    protected final OutboxLease lease() {
        return Eventually.becomes("the lease is given", outbox()::tryLease, Optional::isPresent)
                .orElseThrow();
    }

    /** What has waited longest. */
    static List<PendingEvent> oldest(OutboxLease lease, int limit) {
        return lease.next(limit, List.of(), List.of());
    }

    /** Subjects and versions, as {@code a 1.1}. */
    static List<String> places(List<PendingEvent> events) {
        return events.stream()
                .map(PendingEvent::event)
                .map(event -> event.subject() + " " + event.version())
                .toList();
    }
}

package com.smartfitness.replication.contract;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventType;

/** What the outbox under test publishes, as the service {@value #SERVICE}: notes, and the boards they hang on. */
public sealed interface NoteEvent extends DomainEvent {

    /** The service that the harness has to be. */
    String SERVICE = "notes";

    String id();

    @Override
    default String aggregateId() {
        return id();
    }

    /** A note's text is now this. */
    @EventType(value = "notes.note-written.v1", aggregate = "note")
    record NoteWrittenEvent(String id, String text) implements NoteEvent {}

    /** A note is gone. */
    @EventType(value = "notes.note-erased.v1", aggregate = "note", tombstone = true)
    record NoteErasedEvent(String id) implements NoteEvent {}

    /** A board's name is now this; nobody has to know. */
    @EventType(value = "notes.board-named.v1", aggregate = "board", requiresConsumer = false)
    record BoardNamedEvent(String id, String name) implements NoteEvent {}
}

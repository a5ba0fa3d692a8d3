package com.smartfitness.events.samples;

import com.smartfitness.events.DomainEvent;
import java.time.Instant;
import org.junit.jupiter.api.Tag;

/** Events where events belong. */
public final class SharedEvents {

    public record DoorOpenedEvent(String branchId, Instant at) implements DomainEvent {}

    public record DoorOpening(String branchId) implements DomainEvent {}

    public static final class DoorClosedEvent implements DomainEvent {}

    @Tag("a framework")
    public record DoorForcedEvent(String branchId) implements DomainEvent {}

    private SharedEvents() {}
}

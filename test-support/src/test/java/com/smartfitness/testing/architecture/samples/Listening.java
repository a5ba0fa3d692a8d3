package com.smartfitness.testing.architecture.samples;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.samples.SharedEvents.DoorOpenedEvent;

public final class Listening {

    public record DoorStuckEvent(String branchId) implements DomainEvent {}

    public static final class DoorListener {
        void on(DoorOpenedEvent event) {
            var _ = branchOf(event);
        }

        private String branchOf(DoorOpenedEvent event) {
            return event.branchId();
        }
    }

    public static final class GateListener {
        void handleDoorOpened(DoorOpenedEvent event) {}
    }

    private Listening() {}
}

package com.smartfitness.events;

/** Equipment left the register for good; its id is never given again, and nothing that it signs is accepted. */
@EventType(value = "monitoring.equipment-removed.v1", aggregate = "equipment", tombstone = true)
public record EquipmentRemovedEvent(String equipmentId) implements EquipmentEvent {

    public EquipmentRemovedEvent {
        Components.requireKey("equipmentId", equipmentId);
    }
}

package com.smartfitness.events;

import java.util.Map;

/** Something about registered equipment changed: its name, its key, or whether it is in service. */
@EventType(value = "monitoring.equipment-updated.v1", aggregate = "equipment")
public record EquipmentUpdatedEvent(
        String equipmentId,
        String branchId,
        EquipmentType equipmentType,
        String name,
        Map<String, String> publicKey,
        EquipmentStatus status)
        implements EquipmentStateEvent {

    public EquipmentUpdatedEvent {
        Components.requireKey("equipmentId", equipmentId);
        publicKey = Components.map(publicKey);
    }
}

package com.smartfitness.events;

import java.util.Map;

/** Equipment was entered into the register. */
@EventType(value = "monitoring.equipment-registered.v1", aggregate = "equipment")
public record EquipmentRegisteredEvent(
        String equipmentId,
        String branchId,
        EquipmentType equipmentType,
        String name,
        Map<String, String> publicKey,
        EquipmentStatus status)
        implements EquipmentStateEvent {

    public EquipmentRegisteredEvent {
        Components.requireKey("equipmentId", equipmentId);
        publicKey = Components.map(publicKey);
    }
}

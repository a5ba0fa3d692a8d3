package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.monitoring.equipment.Equipment;
import java.time.Instant;
import java.util.Map;

/** Equipment as callers read it. */
record EquipmentView(
        String equipmentId,
        String branchId,
        EquipmentType equipmentType,
        String name,
        String pingAddress,
        Map<String, String> publicKey,
        EquipmentStatus status,
        Instant registeredAt) {

    static EquipmentView of(Equipment equipment) {
        return new EquipmentView(
                equipment.id().value(),
                equipment.branch().value(),
                equipment.type(),
                equipment.profile().name(),
                equipment.profile().pingAddress().toString(),
                equipment.key().jwk(),
                equipment.profile().status(),
                equipment.registeredAt());
    }
}

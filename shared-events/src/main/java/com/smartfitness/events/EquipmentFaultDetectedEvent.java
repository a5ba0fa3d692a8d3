package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Equipment does not work as it should, and its owner is to hear of it at once. */
@EventType(value = "monitoring.equipment-fault-detected.v1", aggregate = "fault")
public record EquipmentFaultDetectedEvent(
        String faultId,
        String equipmentId,
        String equipmentName,
        String branchId,
        EquipmentType equipmentType,
        FaultType faultType,
        String description,
        @Nullable Instant lastReportAt,
        Instant detectedAt)
        implements FaultEvent {

    public EquipmentFaultDetectedEvent {
        Components.requireKey("faultId", faultId);
    }
}

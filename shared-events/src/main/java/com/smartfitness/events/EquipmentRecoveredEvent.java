package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fault is over: the equipment works again, or was taken out of service. */
@EventType(value = "monitoring.equipment-recovered.v1", aggregate = "fault")
public record EquipmentRecoveredEvent(
        String faultId,
        String equipmentId,
        String equipmentName,
        String branchId,
        EquipmentType equipmentType,
        FaultType faultType,
        String description,
        @Nullable Instant lastReportAt,
        Instant detectedAt,
        Instant recoveredAt)
        implements FaultEvent {

    public EquipmentRecoveredEvent {
        Components.requireKey("faultId", faultId);
    }
}

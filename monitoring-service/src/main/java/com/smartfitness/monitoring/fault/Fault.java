package com.smartfitness.monitoring.fault;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.EquipmentRecoveredEvent;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault and what has become of it.
 *
 * @param recoveredAt null while it is open
 * @param acknowledgedAt when an owner of the branch has said that it is seen to; null until then
 */
public record Fault(
        FaultId id,
        String equipmentId,
        String equipmentName,
        String branchId,
        EquipmentType equipmentType,
        FaultType type,
        String description,
        @Nullable Instant lastReportAt,
        Instant detectedAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** Whether it lasts. */
    public boolean isOpen() {
        return recoveredAt == null;
    }

    EquipmentFaultDetectedEvent detected() {
        return new EquipmentFaultDetectedEvent(
                id.value(),
                equipmentId,
                equipmentName,
                branchId,
                equipmentType,
                type,
                description,
                lastReportAt,
                detectedAt);
    }

    EquipmentRecoveredEvent recovered(Instant at) {
        return new EquipmentRecoveredEvent(
                id.value(),
                equipmentId,
                equipmentName,
                branchId,
                equipmentType,
                type,
                description,
                lastReportAt,
                detectedAt,
                at);
    }
}

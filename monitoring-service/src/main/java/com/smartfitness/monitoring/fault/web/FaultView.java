package com.smartfitness.monitoring.fault.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.fault.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fault as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultView(
        String faultId,
        String equipmentId,
        String equipmentName,
        String branchId,
        EquipmentType equipmentType,
        FaultType faultType,
        String description,

        @Schema(description = "When the equipment was last heard before; absent where it never was.") @Nullable Instant lastReportAt,

        Instant detectedAt,

        @Schema(description = "Absent while the fault lasts.") @Nullable Instant recoveredAt,

        @Schema(description = "When the owner has said that it is seen to.") @Nullable Instant acknowledgedAt,

        @Nullable String acknowledgedBy) {

    /** The fault, all of it. */
    public static FaultView of(Fault fault) {
        return new FaultView(
                fault.id().value(),
                fault.equipmentId(),
                fault.equipmentName(),
                fault.branchId(),
                fault.equipmentType(),
                fault.type(),
                fault.description(),
                fault.lastReportAt(),
                fault.detectedAt(),
                fault.recoveredAt(),
                fault.acknowledgedAt(),
                fault.acknowledgedBy());
    }
}

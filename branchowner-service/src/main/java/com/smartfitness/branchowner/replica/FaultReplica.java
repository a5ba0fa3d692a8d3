package com.smartfitness.branchowner.replica;

import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultEvent;
import com.smartfitness.events.FaultType;
import com.smartfitness.replication.Replica;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Faults of all branches' equipment. They are shown and nothing is decided by them, as reviews. */
@Component
@Replica(queue = "faults", table = "known_fault", completeBeforeReady = false)
class FaultReplica {

    record KnownFault(
            String faultId,
            String equipmentId,
            String equipmentName,
            String branchId,
            EquipmentType equipmentType,
            FaultType faultType,
            String description,
            @Nullable Instant lastReportAt,
            Instant detectedAt,
            @Nullable Instant recoveredAt) {}

    KnownFault on(FaultEvent fault) {
        return new KnownFault(
                fault.faultId(),
                fault.equipmentId(),
                fault.equipmentName(),
                fault.branchId(),
                fault.equipmentType(),
                fault.faultType(),
                fault.description(),
                fault.lastReportAt(),
                fault.detectedAt(),
                fault.recoveredAt());
    }
}

package com.smartfitness.monitoring.fault;

import com.smartfitness.events.FaultType;
import org.jspecify.annotations.Nullable;

/** Which faults to show; what is null lets all pass. */
public record FaultFilter(
        @Nullable String branchId,
        @Nullable String equipmentId,
        @Nullable FaultType type,
        @Nullable Boolean open,
        @Nullable Boolean acknowledged) {}

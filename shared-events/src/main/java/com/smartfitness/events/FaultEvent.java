package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault exists, in this state. One upsert serves both kinds: it is open until it has a time of recovery. Equipment
 * has at most one open fault of a type; the next one after a recovery is a fault of its own.
 */
public sealed interface FaultEvent extends DomainEvent permits EquipmentFaultDetectedEvent, EquipmentRecoveredEvent {

    String faultId();

    String equipmentId();

    /** What people called the equipment when the fault was noticed. */
    String equipmentName();

    String branchId();

    EquipmentType equipmentType();

    FaultType faultType();

    /** What is wrong, for people: the equipment's own words where it has said some. */
    String description();

    /** When the equipment was last heard before the fault was noticed; absent where it never was. */
    @Nullable Instant lastReportAt();

    Instant detectedAt();

    default @Nullable Instant recoveredAt() {
        return null;
    }

    @Override
    default String aggregateId() {
        return faultId();
    }
}

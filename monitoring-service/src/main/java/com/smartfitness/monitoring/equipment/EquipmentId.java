package com.smartfitness.monitoring.equipment;

import java.util.UUID;

/** Identifies equipment; never given twice. */
public record EquipmentId(String value) {

    static EquipmentId fresh() {
        return new EquipmentId("E-" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.smartfitness.monitoring.equipment;

import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.monitoring.replica.BranchId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A gate, camera or sensor.
 *
 * @param revision one step a change, beginning with 1
 */
public record Equipment(
        EquipmentId id,
        BranchId branch,
        EquipmentType type,
        EquipmentProfile profile,
        DeviceKey key,
        long revision,
        Instant registeredAt) {

    static Equipment register(
            BranchId branch, EquipmentType type, EquipmentProfile profile, DeviceKey key, Instant at) {
        // The store keeps microseconds, and what is answered now must be what is read later.
        return new Equipment(EquipmentId.fresh(), branch, type, profile, key, 1, at.truncatedTo(ChronoUnit.MICROS));
    }

    /** The equipment with another profile; itself where that is the same. */
    Equipment edit(EquipmentProfile changed) {
        return profile.equals(changed)
                ? this
                : new Equipment(id, branch, type, changed, key, revision + 1, registeredAt);
    }

    /** The equipment with another key; itself where that is the same. */
    Equipment replaceKey(DeviceKey other) {
        return key.equals(other) ? this : new Equipment(id, branch, type, profile, other, revision + 1, registeredAt);
    }

    /** Whether it is heard, and missed when it is silent. */
    public boolean isInService() {
        return profile.status() == EquipmentStatus.IN_SERVICE;
    }
}

package com.smartfitness.access.replica;

import com.smartfitness.events.EquipmentStateEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.replication.Replica;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The devices, where they stand, and what their signatures are verified with. */
@Component
@Replica(queue = "equipment", table = EquipmentReplica.TABLE)
class EquipmentReplica {

    static final String TABLE = "known_equipment";

    record EquipmentRow(
            String equipmentId,
            String branchId,
            EquipmentType equipmentType,
            Map<String, String> publicKey,
            EquipmentStatus status) {}

    EquipmentRow on(EquipmentStateEvent equipment) {
        return new EquipmentRow(
                equipment.equipmentId(),
                equipment.branchId(),
                equipment.equipmentType(),
                equipment.publicKey(),
                equipment.status());
    }
}

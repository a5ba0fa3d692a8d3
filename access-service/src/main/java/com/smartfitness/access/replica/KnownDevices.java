package com.smartfitness.access.replica;

import com.smartfitness.access.replica.EquipmentReplica.EquipmentRow;
import com.smartfitness.defaults.device.DeviceKeys;
import com.smartfitness.events.EquipmentStatus;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The replicated devices that are in service. */
@Component
public class KnownDevices implements DeviceKeys {

    private final RecentRows replicas;

    KnownDevices(RecentRows replicas) {
        this.replicas = replicas;
    }

    @Override
    public Optional<Map<String, String>> keyOf(String deviceId) {
        return row(deviceId).map(EquipmentRow::publicKey);
    }

    public Optional<KnownDevice> find(String deviceId) {
        return row(deviceId).map(row -> new KnownDevice(row.equipmentId(), row.branchId(), row.equipmentType()));
    }

    private Optional<EquipmentRow> row(String deviceId) {
        return replicas.row(EquipmentReplica.TABLE, EquipmentRow.class, deviceId)
                .filter(row -> row.status() == EquipmentStatus.IN_SERVICE);
    }
}

package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.device.DeviceKeys;
import com.smartfitness.monitoring.equipment.Equipment;
import com.smartfitness.monitoring.equipment.EquipmentId;
import com.smartfitness.monitoring.equipment.Register;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The keys of equipment in service, out of the register itself: a replaced key is refused at once. */
@Component
class RegisteredKeys implements DeviceKeys {

    private final Register register;

    RegisteredKeys(Register register) {
        this.register = register;
    }

    @Override
    public Optional<Map<String, String>> keyOf(String deviceId) {
        return register.find(new EquipmentId(deviceId))
                .filter(Equipment::isInService)
                .map(equipment -> equipment.key().jwk());
    }
}

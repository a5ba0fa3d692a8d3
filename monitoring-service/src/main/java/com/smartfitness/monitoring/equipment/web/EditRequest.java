package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.defaults.web.OneLine;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.monitoring.equipment.EquipmentProfile;
import com.smartfitness.monitoring.equipment.PingAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** All that may be edited of equipment, but its key. */
record EditRequest(
        @NotNull @Size(max = 100) @OneLine String name,

        @NotNull @Size(max = 50) @Reachable String pingAddress,

        @Schema(
                description =
                        "Out of service, its reports are refused, nobody misses them, and open faults are closed.")
        @NotNull EquipmentStatus status) {

    EquipmentProfile toProfile() {
        return new EquipmentProfile(name.strip(), PingAddress.parse(pingAddress).orElseThrow(), status);
    }
}

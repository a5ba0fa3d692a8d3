package com.smartfitness.monitoring.equipment.web;

import com.smartfitness.defaults.web.OneLine;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.monitoring.equipment.EquipmentProfile;
import com.smartfitness.monitoring.equipment.PingAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Equipment that is new. */
record RegistrationRequest(
        @NotNull @Size(max = 100) @OneLine String branchId,

        @NotNull EquipmentType equipmentType,

        @Schema(description = "What people call it, in one line.", example = "정문 게이트")
        @NotNull @Size(max = 100) @OneLine
        String name,

        @Schema(
                description = "Where it listens, and is asked when it is silent: a literal address and a port, in one"
                        + " of the networks that this service may reach.",
                example = "10.20.30.40:7000")
        @NotNull @Size(max = 50) @Reachable
        String pingAddress,

        @Schema(
                description = "The public half of the key that it signs with, a JSON Web Key on P-256.",
                example = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"…\",\"y\":\"…\"}")
        @NotNull @PublicKeyOnP256
        Map<String, Object> publicKey) {

    EquipmentProfile toProfile() {
        return new EquipmentProfile(
                name.strip(), PingAddress.parse(pingAddress).orElseThrow(), EquipmentStatus.IN_SERVICE);
    }
}

package com.smartfitness.access.gate;

import com.smartfitness.access.replica.KnownDevice;
import com.smartfitness.access.replica.KnownDevices;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.events.EquipmentType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The gates in service; each speaks for itself alone. */
@Component
class Gates {

    private final KnownDevices devices;

    Gates(KnownDevices devices) {
        this.devices = devices;
    }

    Optional<KnownDevice> find(String gateId) {
        return devices.find(gateId).filter(device -> device.type() == EquipmentType.GATE);
    }

    /**
     * The gate that has signed the request.
     *
     * @throws NotThatGateException where the request is about another one, or the device is no gate
     */
    KnownDevice require(DeviceProof proof, String gateId) {
        return find(proof, gateId).orElseThrow(NotThatGateException::new);
    }

    /** The gate that has signed the request; empty where it is about another one, or the device is no gate. */
    Optional<KnownDevice> find(DeviceProof proof, String gateId) {
        return find(gateId).filter(gate -> gate.id().equals(proof.deviceId()));
    }

    /** Whatever device has signed the request. */
    KnownDevice signer(DeviceProof proof) {
        return devices.find(proof.deviceId()).orElseThrow(NotThatGateException::new);
    }
}

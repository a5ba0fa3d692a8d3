package com.smartfitness.access.gate;

import com.smartfitness.access.entry.OpeningOutcomes;
import com.smartfitness.access.replica.KnownDevice;
import com.smartfitness.access.replica.KnownDevices;
import com.smartfitness.access.store.Nonces;
import com.smartfitness.defaults.device.DeviceProof;
import org.springframework.stereotype.Service;

/** What becomes of open commands. */
@Service
class Openings {

    private final KnownDevices devices;
    private final Nonces nonces;
    private final OpeningOutcomes outcomes;

    Openings(KnownDevices devices, Nonces nonces, OpeningOutcomes outcomes) {
        this.devices = devices;
        this.nonces = nonces;
        this.outcomes = outcomes;
    }

    /** Takes a gate's report. */
    void report(DeviceProof proof, String accessId, OutcomeRequest request) {
        KnownDevice gate = devices.find(proof.deviceId()).orElseThrow(NotThatGateException::new);
        outcomes.report(
                accessId, gate.id(), gate.branchId(), request.failure(), nonces.key(proof), nonces.remembered(proof));
    }
}

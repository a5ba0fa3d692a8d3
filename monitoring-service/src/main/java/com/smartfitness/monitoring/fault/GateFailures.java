package com.smartfitness.monitoring.fault;

import com.smartfitness.events.FaultType;
import com.smartfitness.events.GateOpenFailedEvent;
import com.smartfitness.replication.Reaction;
import java.util.List;
import org.springframework.stereotype.Component;

/** A gate that did not open is a fault, whatever it says of itself. */
@Component
@Reaction(queue = "gate-failures")
class GateFailures {

    private final Faults faults;

    GateFailures(Faults faults) {
        this.faults = faults;
    }

    void on(GateOpenFailedEvent failed) {
        String description = "Did not open: %s.".formatted(failed.reason());
        faults.open(List.of(new Symptom(failed.gateId(), FaultType.GATE_OPEN_FAILED, description)));
    }
}

package com.smartfitness.monitoring.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.EquipmentFaultDetectedEvent;
import com.smartfitness.events.FaultType;
import com.smartfitness.events.GateOpenFailedEvent;
import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.User;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateFailuresIT {

    private final RunningMonitoring service = RunningMonitoring.shared();

    @Test
    void areFaultsOfTheGateThatDidNotOpen() {
        String branch = Branches.open(service, User.anOwner());
        Device gate = Device.register(service, branch);

        fails("E-unknown", branch);
        fails(gate.id(), branch);
        fails(gate.id(), branch);

        List<EquipmentFaultDetectedEvent> told = Eventually.becomes(
                "the fault is told",
                () -> service.neighbours().heard(EquipmentFaultDetectedEvent.class).stream()
                        .filter(fault -> fault.branchId().equals(branch))
                        .toList(),
                faults -> !faults.isEmpty());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().faultType()).isEqualTo(FaultType.GATE_OPEN_FAILED);
        assertThat(told.getFirst().description()).contains("NOT_REPORTED");
        assertThat(told.getFirst().lastReportAt()).isNull();
    }

    private void fails(String gate, String branch) {
        service.neighbours()
                .say(
                        1,
                        new GateOpenFailedEvent(
                                gate, branch, UUID.randomUUID().toString(), "NOT_REPORTED", Instant.now()));
    }
}

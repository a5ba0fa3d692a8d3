package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.devices.simulation.Happenings;
import com.smartfitness.devices.simulation.Simulation;
import com.smartfitness.devices.simulation.Tally;
import com.smartfitness.fleet.demo.GatewayClient;
import com.smartfitness.fleet.demo.Journey;
import com.smartfitness.fleet.simulation.SimulatedBranches;
import com.smartfitness.fleet.simulation.Size;
import com.smartfitness.testing.live.LiveEvents;
import com.smartfitness.testing.stores.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A simulated branch in a real fleet: its owner hears of its faults, its customers come in, and nothing of it stays. */
class SimulationIT {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void runsABranchAndLeavesNoEquipmentBehind() {
        Tally tally = new Tally();
        Happenings happenings =
                new Happenings(SECOND, 60, Duration.ofMinutes(1), 0, SECOND, Duration.ofMinutes(1), 120, 1);
        List<String> steps = new ArrayList<>();
        SimulatedBranches branches =
                SimulatedBranches.build(RunningFleet.fleet().plan(), new Size(1, 1, 1, 1, 1), steps::add);
        String branch;
        try (branches;
                LiveEvents inbox = LiveEvents.from(branches.owners().getFirst().listen());
                Simulation _ = branches.start(happenings, tally)) {
            branch = branches.branchIds().getFirst();
            inbox.awaitEntries(2);
            Eventually.holds("somebody is let in", () -> tally.counts().opened() > 0);
            assertThat(tally.counts().taken()).isPositive();
            assertThat(equipmentOf(branch)).isEqualTo(3);
        }

        assertThat(steps).hasSize(3);
        assertThat(equipmentOf(branch)).isZero();
    }

    private static int equipmentOf(String branch) {
        GatewayClient gateway = RunningFleet.gateway();
        String operator = new Journey(gateway).signIn(RunningFleet.operator());
        return gateway.get("/api/v1/equipment?branchId=" + branch, operator)
                .orFail()
                .body()
                .path("items")
                .size();
    }
}

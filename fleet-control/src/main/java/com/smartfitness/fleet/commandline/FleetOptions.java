package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.stack.StackException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which of the fleets that are up is meant. */
final class FleetOptions {

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--docker", description = "The fleet in containers.")
    private boolean docker;

    /**
     * The fleet's plan.
     *
     * @throws StackException if it is not up
     */
    FleetPlan plan() {
        if (docker) {
            FleetPlan plan = Place.containers(ports.offset);
            return up(plan, Place.containerFleet(plan).isUp(), "./fleet up --docker");
        }
        return up(Place.plan(ports.offset), Place.control().conditionsIfUp().isPresent(), "./fleet up");
    }

    private static FleetPlan up(FleetPlan plan, boolean isUp, String command) {
        if (!isUp) {
            throw new StackException("The fleet is not up: " + command);
        }
        return plan;
    }
}

package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.containers.ContainerFleet;
import com.smartfitness.fleet.control.Control;
import java.nio.file.Path;
import java.util.Objects;

/** Which fleet is meant: the one whose state is in FLEET_HOME, else in the folder {@code .fleet} of the project. */
final class Place {

    private Place() {}

    static Path project() {
        return Path.of(System.getProperty("fleet.project", "")).toAbsolutePath();
    }

    static FleetHome home() {
        String configured = Objects.requireNonNullElse(System.getenv("FLEET_HOME"), "");
        return new FleetHome(configured.isBlank() ? project().resolve(".fleet") : Path.of(configured));
    }

    static FleetPlan plan(int portOffset) {
        return FleetPlan.of(project(), home(), portOffset);
    }

    /** Of the fleet in containers, whose names and ways in are the same: what is generated for it is its own. */
    static FleetHome containersHome() {
        return new FleetHome(home().folder().resolve("containers"));
    }

    static FleetPlan containers(int portOffset) {
        return FleetPlan.of(project(), containersHome(), portOffset);
    }

    static ContainerFleet containerFleet(FleetPlan plan) {
        int port = plan.service(FleetPlan.GATEWAY).uri().getPort();
        return new ContainerFleet(project(), plan.home(), port);
    }

    static Control control() {
        return new Control(home());
    }
}

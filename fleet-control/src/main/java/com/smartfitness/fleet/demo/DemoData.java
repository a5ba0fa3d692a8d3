package com.smartfitness.fleet.demo;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.demo.Walkthrough.People;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Something to look at in a new fleet: one walk-through, once in the life of its data. */
public final class DemoData {

    private final FleetPlan plan;

    /** For the fleet of this plan, which is ready. */
    public DemoData(FleetPlan plan) {
        this.plan = plan;
    }

    /** Who takes part; passwords are kept among the fleet's secrets. */
    public static People people(FleetHome home) {
        return new People(
                new Account("owner@fleet.example", home.secret("demo-owner")),
                new Account("helper@fleet.example", home.secret("demo-helper")),
                new Account("customer@fleet.example", home.secret("demo-customer")),
                operator(home));
    }

    /** The operator that auth-service makes at its first start. */
    public static Account operator(FleetHome home) {
        return new Account(FleetPlan.OPERATOR, home.secret("operator"));
    }

    /**
     * Makes the data, unless that has been done.
     *
     * @param progress takes a line for each step
     * @throws StackException where the fleet does not do as it should
     */
    public void makeOnce(Consumer<String> progress) {
        Path done = plan.home().folder().resolve("demo-data");
        if (Files.exists(done)) {
            return;
        }
        new Walkthrough(gateway(plan), progress).run(people(plan.home()), SamplePhoto.bytes());
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new StackException("%s cannot be written: %s".formatted(done, e), e);
        }
    }

    /** A client of the fleet's gateway. */
    public static GatewayClient gateway(FleetPlan plan) {
        return GatewayClient.of(
                plan.service(FleetPlan.GATEWAY).uri(), plan.authority().certificate());
    }

    /** A client of one service itself, for more requests than the gateway takes from one address. */
    public static GatewayClient directly(FleetPlan plan, String service) {
        return GatewayClient.of(plan.service(service).uri(), plan.authority().certificate());
    }
}

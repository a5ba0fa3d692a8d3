package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FastStarts;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.containers.ContainerFleet;
import com.smartfitness.fleet.control.Control;
import com.smartfitness.fleet.control.Daemon;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything, waits until it is ready, and says what runs where.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--empty", description = "Leave out the demo data.")
    private boolean empty;

    @Option(names = "--docker", description = "Run it in containers: needs an engine and compose.")
    private boolean docker;

    @Override
    public Integer call() throws Exception {
        if (docker) {
            return inContainers();
        }
        Control control = Place.control();
        Optional<List<Condition>> before = control.conditionsIfUp();
        if (before.isPresent()) {
            return alreadyUp(control, before.get());
        }
        FleetPlan plan = Place.plan(ports.offset);
        List<String> problems = new Preflight(plan, new Machine.Local()).problems();
        if (!problems.isEmpty()) {
            return FleetCommand.fail(problems);
        }
        FastStarts.ensure(plan, new StartsTold());
        Daemon.start(
                plan.home(),
                List.of(
                        "-Dfleet.project=" + Place.project(),
                        FleetCommand.class.getName(),
                        "supervise",
                        "--port-offset=" + ports.offset));
        if (!Progress.follow(control)) {
            return 1;
        }
        if (!empty) {
            Demo.run(plan);
        }
        Summary.print(plan.home(), control.conditions());
        return 0;
    }

    private int inContainers() throws Exception {
        FleetPlan plan = Place.containers(ports.offset);
        ContainerFleet fleet = Place.containerFleet(plan);
        fleet.start();
        long begin = System.nanoTime();
        fleet.awaitHealthy(
                name -> System.out.printf("  %-22s healthy %5.1f s%n", name, (System.nanoTime() - begin) / 1e9));
        if (!empty) {
            Demo.run(plan);
        }
        System.out.println(Summary.ways(plan));
        return 0;
    }

    private static int alreadyUp(Control control, List<Condition> conditions) throws InterruptedException {
        List<String> stopped = conditions.stream()
                .filter(condition -> !condition.wanted())
                .map(Condition::name)
                .toList();
        System.out.println("The fleet is already up.");
        if (!stopped.isEmpty()) {
            System.out.println("Stopped, until ./fleet start NAME: " + String.join(", ", stopped));
        }
        if (!Progress.followRest(control, conditions)) {
            return 1;
        }
        Summary.print(Place.home(), control.conditions());
        return 0;
    }
}

package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.FleetPlan;
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

    @Override
    public Integer call() throws Exception {
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

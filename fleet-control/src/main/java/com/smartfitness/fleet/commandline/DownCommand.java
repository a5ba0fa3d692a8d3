package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.control.Control;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything, services first. Data stay, and so do passwords.")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--docker", description = "The fleet in containers.")
    private boolean docker;

    @Override
    public Integer call() {
        if (docker) {
            Place.containerFleet(Place.containers(0)).stop();
            return 0;
        }
        Control control = Place.control();
        if (!control.isUp()) {
            System.out.println("The fleet is not up.");
            return 0;
        }
        System.out.println("Stopping services, then stores");
        control.down();
        System.out.println("The fleet is down; its data are in " + Place.home().folder());
        return 0;
    }
}

package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.control.Control;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything, services first. Data stay, and so do passwords.")
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
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

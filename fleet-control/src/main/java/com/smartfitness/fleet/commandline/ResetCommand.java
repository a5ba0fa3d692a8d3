package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.containers.ContainerFleet;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Removes all data, passwords and certificates of a fleet that is down.")
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--docker", description = "The fleet in containers, with its volumes.")
    private boolean docker;

    @Override
    public Integer call() throws IOException {
        return docker ? removeContainers() : removeProcesses();
    }

    private int removeProcesses() throws IOException {
        if (Place.control().isUp()) {
            throw new StackException("The fleet is up; ./fleet down stops it");
        }
        Path folder = Place.home().folder();
        if (Files.exists(Place.containersHome().folder())) {
            throw new StackException(
                    "%s holds the passwords of a fleet in containers too; ./fleet reset --docker removes that"
                            .formatted(folder));
        }
        return remove(folder, () -> {});
    }

    private int removeContainers() throws IOException {
        FleetPlan plan = Place.containers(0);
        ContainerFleet fleet = Place.containerFleet(plan);
        if (fleet.isUp()) {
            throw new StackException("The fleet is up; ./fleet down --docker stops it");
        }
        return remove(plan.home().folder(), fleet::removeData);
    }

    private int remove(Path folder, Runnable elsewhere) throws IOException {
        if (!Files.exists(folder)) {
            System.out.println("There is nothing to remove.");
            return 0;
        }
        if (!Files.exists(folder.resolve("secrets"))) {
            throw new StackException("%s does not look like a fleet's folder, and is left alone".formatted(folder));
        }
        if (!yes && !agreed(folder)) {
            System.out.println("Nothing was removed.");
            return 1;
        }
        elsewhere.run();
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        System.out.printf("%s is removed.%n", folder);
        return 0;
    }

    private static boolean agreed(Path folder) {
        if (!Terminal.isThere()) {
            throw new StackException("Nobody is there to be asked; --yes removes without asking");
        }
        return Terminal.agrees("Remove all data in %s?".formatted(folder));
    }
}

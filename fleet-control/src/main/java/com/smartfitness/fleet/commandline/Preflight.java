package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Component;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for whatever would keep a fleet from starting, before any of it starts. */
final class Preflight {

    private static final long MB = 1024 * 1024;

    /** Programs that stores are made of, by the packages that bring them. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "setpriv", "util-linux",
            "xz", "xz-utils",
            "redis-server", "redis-server",
            "rabbitmq-server", "rabbitmq-server");

    private final FleetPlan plan;
    private final Machine machine;

    Preflight(FleetPlan plan, Machine machine) {
        this.plan = plan;
        this.machine = machine;
    }

    /** One line each, saying what to do; empty if nothing is in the way. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        PROGRAMS.forEach((program, packaged) -> {
            if (!machine.isInstalled(program)) {
                problems.add("%s is missing; install the package %s".formatted(program, packaged));
            }
        });
        Stream.of(plan.home().folder(), Path.of(System.getProperty("java.home")))
                .flatMap(folder -> machine.obstacleTo(folder).stream())
                .forEach(problems::add);
        for (Service service : plan.services()) {
            if (!Files.isRegularFile(service.jar())) {
                problems.add("%s is not built: %s is missing".formatted(service.name(), service.jar()));
            }
        }
        for (Component component : plan.components()) {
            for (int port : component.ports()) {
                if (!machine.isFree(port)) {
                    problems.add("port %d of %s is in use; end what listens there, or choose --port-offset"
                            .formatted(port, component.name()));
                }
            }
        }
        long needed = plan.components().stream().mapToLong(Component::memory).sum();
        long available = machine.availableMemory() / MB;
        if (available < needed) {
            problems.add("%d MB of memory are needed and %d MB are available".formatted(needed, available));
        }
        return problems;
    }
}

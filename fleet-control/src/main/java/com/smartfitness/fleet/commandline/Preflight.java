package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Component;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.ProcessMemory;
import com.smartfitness.fleet.Service;
import com.smartfitness.stack.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Looks for whatever would keep a fleet from starting, before any of it starts. */
final class Preflight {

    private static final long MB = 1024 * 1024;
    private static final List<Path> PATH =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

    /** Programs that stores are made of, by the packages that bring them. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "setpriv", "util-linux",
            "xz", "xz-utils",
            "redis-server", "redis-server",
            "rabbitmq-server", "rabbitmq-server");

    private final FleetPlan plan;
    private final IntPredicate freePort;
    private final Predicate<String> installed;
    private final long availableMemory;

    Preflight(FleetPlan plan, IntPredicate freePort, Predicate<String> installed, long availableMemory) {
        this.plan = plan;
        this.freePort = freePort;
        this.installed = installed;
        this.availableMemory = availableMemory;
    }

    /** On this machine, as it is now. */
    static Preflight of(FleetPlan plan) {
        return new Preflight(plan, Ports::isFree, Preflight::isInstalled, ProcessMemory.available());
    }

    /** One line each, saying what to do; empty if nothing is in the way. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        PROGRAMS.forEach((program, packaged) -> {
            if (!installed.test(program)) {
                problems.add("%s is missing; install the package %s".formatted(program, packaged));
            }
        });
        for (Service service : plan.services()) {
            if (!Files.isRegularFile(service.jar())) {
                problems.add("%s is not built: %s is missing".formatted(service.name(), service.jar()));
            }
        }
        for (Component component : plan.components()) {
            for (int port : component.ports()) {
                if (!freePort.test(port)) {
                    problems.add("port %d of %s is in use; end what listens there, or choose --port-offset"
                            .formatted(port, component.name()));
                }
            }
        }
        long needed = plan.components().stream().mapToLong(Component::memory).sum();
        if (availableMemory / MB < needed) {
            problems.add("%d MB of memory are needed and %d MB are available".formatted(needed, availableMemory / MB));
        }
        return problems;
    }

    private static boolean isInstalled(String program) {
        return PATH.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }
}

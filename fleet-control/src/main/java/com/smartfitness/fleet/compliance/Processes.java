package com.smartfitness.fleet.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.fleet.Condition;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process is which component's, and what it was given when it was started. */
final class Processes {

    /** Endings of variables that hold a password, and of those beside them that hold the name to it. */
    private static final Map<String, String> PAIRS =
            Map.of("_PASSWORD", "_USERNAME", "_SECRET_KEY", "_ACCESS_KEY", "_API_KEY", "_API_KEY");

    private final Map<Long, String> components = new HashMap<>();

    Processes(List<Condition> conditions) {
        conditions.stream()
                .filter(condition -> condition.pid() > 0)
                .forEach(condition -> components.put(condition.pid(), condition.name()));
    }

    /** The component that a process belongs to, itself or by its parents; else what the process is. */
    String nameOf(long process) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        for (Optional<ProcessHandle> at = handle; at.isPresent(); at = at.get().parent()) {
            String component = components.get(at.get().pid());
            if (component != null) {
                return component;
            }
        }
        return "process %d (%s)"
                .formatted(
                        process, handle.flatMap(known -> known.info().command()).orElse("unknown"));
    }

    /** The credentials that are in a running service's environment. */
    List<Key> keysOf(String component) {
        List<Key> keys = new ArrayList<>();
        components.forEach((process, name) -> {
            if (name.equals(component)) {
                Map<String, String> environment = environment(process);
                environment.forEach((variable, value) -> PAIRS.forEach((secret, user) -> {
                    if (variable.endsWith(secret)) {
                        String beside = variable.substring(0, variable.length() - secret.length()) + user;
                        Optional.ofNullable(environment.get(beside))
                                .ifPresent(known -> keys.add(new Key(component, variable, known, value)));
                    }
                }));
            }
        });
        return keys;
    }

    /** Whether this names the process that keeps the fleet running; between it and a component is the latter's guard. */
    boolean isSupervisor(String holder) {
        return components.keySet().stream()
                .flatMap(process -> ProcessHandle.of(process).stream())
                .flatMap(Processes::ancestors)
                .anyMatch(ancestor -> nameOf(ancestor.pid()).equals(holder));
    }

    private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, at -> at.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream);
    }

    /** Whether a running service was told of the endpoint, and may therefore come with the key of a reader. */
    boolean isReader(String component, int port) {
        return components.entrySet().stream()
                .filter(entry -> entry.getValue().equals(component))
                .flatMap(entry -> environment(entry.getKey()).entrySet().stream())
                .anyMatch(variable -> variable.getKey().endsWith("_ENDPOINT")
                        && variable.getValue().endsWith(":" + port));
    }

    private static Map<String, String> environment(long process) {
        try {
            Map<String, String> environment = new HashMap<>();
            for (String variable : Files.readString(Path.of("/proc/%d/environ".formatted(process)), UTF_8)
                    .split("\0")) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    environment.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            return environment;
        } catch (IOException e) {
            throw new StackException(
                    "Process %d does not show its environment: %s".formatted(process, e.getMessage()), e);
        }
    }
}

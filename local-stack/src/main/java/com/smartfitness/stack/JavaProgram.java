package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A program of this build in a JVM of its own. It runs from a copy of its jar, so that a build does not
 * pull the jar away under it; a newer jar is taken at the next start.
 */
public final class JavaProgram extends NativeServer {

    private final Path jar;
    private final List<String> options;
    private final Supplier<Map<String, String>> settings;
    private final int[] ports;
    private final BooleanSupplier alive;
    private Map<String, String> environment = Map.of();

    /**
     * @param options of the JVM
     * @param settings the environment, asked for before each start; files that it names may be made in the folder then
     * @param alive whether the program is up, as far as others see it
     */
    public JavaProgram(
            String name,
            Path directory,
            Path jar,
            List<String> options,
            Supplier<Map<String, String>> settings,
            BooleanSupplier alive,
            int... ports) {
        super(name, directory);
        this.jar = jar;
        this.options = List.copyOf(options);
        this.settings = settings;
        this.ports = ports.clone();
        this.alive = alive;
    }

    @Override
    void prepare() throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new StackException("%s is not built".formatted(jar));
        }
        environment = settings.get();
        Path copy = copy();
        // By content, since builds give every jar the same time.
        if (!Files.exists(copy) || Files.mismatch(jar, copy) >= 0) {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", copy().toString()));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return environment;
    }

    @Override
    int[] ports() {
        return ports.clone();
    }

    @Override
    String stopSignal() {
        return "TERM";
    }

    @Override
    boolean isReady() {
        return alive.getAsBoolean();
    }

    /** Longer than a server's: many programs may share the machine's processors while they start. */
    @Override
    Duration startLimit() {
        return Duration.ofMinutes(3);
    }

    private Path copy() {
        return directory().resolve("program.jar");
    }
}

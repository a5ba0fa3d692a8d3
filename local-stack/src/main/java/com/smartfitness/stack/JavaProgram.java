package com.smartfitness.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A program of this build in a JVM of its own. It runs from a copy of its jar, so that a build does not
 * pull the jar away under it; a newer jar is taken at the next start. It starts several times as fast once
 * {@link #makeStartFast} has been called for its jar, this JDK and these options.
 */
public final class JavaProgram extends NativeServer {

    private final Path jar;
    private final Launch launch;
    private final Supplier<Map<String, String>> settings;
    private final int[] ports;
    private final BooleanSupplier alive;
    private Map<String, String> environment = Map.of();
    private List<String> command = List.of();

    /**
     * How its JVM is started.
     *
     * @param fast whether the jar is taken apart, and what an earlier JVM has learned is used where it is there
     * @param options of the JVM
     */
    public record Launch(boolean fast, List<String> options) {

        public Launch {
            options = List.copyOf(options);
        }
    }

    /**
     * @param settings the environment, asked for before each start; files that it names may be made in the folder then
     * @param alive whether the program is up, as far as others see it
     */
    public JavaProgram(
            String name,
            Path directory,
            Path jar,
            Launch launch,
            Supplier<Map<String, String>> settings,
            BooleanSupplier alive,
            int... ports) {
        super(name, directory);
        this.jar = jar;
        this.launch = launch;
        this.settings = settings;
        this.ports = ports.clone();
        this.alive = alive;
    }

    /** The program that starts JVMs like this one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Whether all is there that makes it start as fast as is wanted. Asks a JVM, which takes a moment. */
    public boolean startsFast() {
        try {
            return !launch.fast() || cache().isUsable();
        } catch (IOException e) {
            throw unprepared(e);
        }
    }

    /**
     * Makes all that makes it start fast: a JVM puts the program together without starting it, and keeps what it has
     * learned. That takes many times as long as a start, and does not concern the program if it runs.
     *
     * @param training the environment meanwhile, in which stores need not run
     * @throws StackException that says what is in the way; the program starts without it as well
     */
    public void makeStartFast(Map<String, String> training) {
        try {
            cache().make(training);
        } catch (IOException e) {
            throw unprepared(e);
        }
    }

    @Override
    void prepare() throws IOException {
        environment = settings.get();
        List<String> line = new ArrayList<>(List.of(java()));
        line.addAll(launch.options());
        if (launch.fast()) {
            AotCache cache = cache();
            line.addAll(cache.use());
            line.addAll(List.of("-jar", cache.jar().toString()));
        } else {
            line.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        }
        command = List.copyOf(line);
    }

    @Override
    List<String> command() {
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
        return Duration.ofMinutes(5);
    }

    private AotCache cache() throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new StackException("%s is not built".formatted(jar));
        }
        return AotCache.of(UnpackedProgram.of(jar), launch.options());
    }

    private StackException unprepared(IOException e) {
        return new StackException("%s cannot be made to start fast: %s".formatted(jar, e.getMessage()), e);
    }
}

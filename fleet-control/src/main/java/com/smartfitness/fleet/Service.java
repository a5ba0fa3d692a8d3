package com.smartfitness.fleet;

import com.smartfitness.stack.JavaProgram;
import com.smartfitness.stack.JavaProgram.Launch;
import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/** A program of this project, running from its jar. */
public final class Service implements Component {

    private final String name;
    private final URI uri;
    private final Path jar;
    private final int[] ports;
    private final Set<String> needs;
    private final Launch launch;
    private final Settings settings;
    private final Probe probe;
    private final JavaProgram server;

    Service(
            String name,
            FleetHome home,
            Path jar,
            URI uri,
            int[] ports,
            Probe probe,
            Set<String> needs,
            Launch launch,
            Settings settings) {
        this.name = name;
        this.uri = uri;
        this.jar = jar;
        this.needs = Set.copyOf(needs);
        this.launch = launch;
        this.settings = settings;
        this.ports = ports.clone();
        this.probe = probe;
        this.server = new JavaProgram(name, home.service(name), jar, launch, settings::all, probe::isAlive, ports);
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** What the program is made of. */
    public Path jar() {
        return jar;
    }

    /** What its JVM is told. */
    public List<String> jvmOptions() {
        return launch.options();
    }

    /** Its configuration, passwords among it. */
    public Map<String, String> environment() {
        return settings.all();
    }

    /** Whether its JVM can start from what an earlier one has learned. Asks a JVM. */
    public boolean startsFast() {
        return server.startsFast();
    }

    /**
     * Has a JVM learn what makes the next starts fast: worth its time once after each build. No store of its own needs
     * to run.
     *
     * @throws StackException that says why it cannot; the service starts all the same
     */
    void makeStartFast(ScratchStores scratch) {
        Map<String, String> environment = settings.known();
        environment.putAll(scratch.environmentFor(this));
        server.makeStartFast(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public int[] ports() {
        return ports.clone();
    }

    @Override
    public int memory() {
        return 300;
    }

    @Override
    public JavaProgram server() {
        return server;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public void provision() {
        // A service makes what it needs by itself.
    }

    @Override
    public boolean isReady() {
        return server.isRunning() && probe.isReady();
    }

    /** The version that the jar names. */
    @Override
    public Optional<String> version() {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue("Implementation-Version"));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    Probe probe() {
        return probe;
    }
}

package com.smartfitness.fleet;

import com.smartfitness.stack.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/** A program of this project, running from its jar. */
public final class Service implements Component {

    private final String name;
    private final URI uri;
    private final Path jar;
    private final int[] ports;
    private final Set<String> needs;
    private final Supplier<Map<String, String>> environment;
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
            List<String> options,
            Supplier<Map<String, String>> environment) {
        this.name = name;
        this.uri = uri;
        this.jar = jar;
        this.needs = Set.copyOf(needs);
        this.environment = environment;
        this.ports = ports.clone();
        this.probe = probe;
        this.server = new JavaProgram(name, home.service(name), jar, options, environment, probe::isAlive, ports);
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** What the program is made of. */
    public Path jar() {
        return jar;
    }

    /** Its configuration, passwords among it. */
    public Map<String, String> environment() {
        return environment.get();
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

package com.smartfitness.fleet;

import com.smartfitness.stack.JavaProgram.Launch;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A service of the plan while it is being described. What it is told is put together anew before each start. */
final class ServiceDraft {

    /** Of every service's JVM. One that runs out of memory is better started afresh than left half alive. */
    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final HttpClient CLIENT = Probe.client().build();

    private final FleetHome home;
    private final String name;
    private final Path jar;
    private final int port;
    private final Set<String> needs = new HashSet<>();
    private final List<Supplier<Map<String, String>>> settings = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private int heap = 256;
    private boolean fast = true;
    private URI uri;
    private int managementPort;

    ServiceDraft(FleetHome home, String name, Path jar, int port) {
        this.home = home;
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.uri = URI.create("http://127.0.0.1:" + port);
        this.managementPort = port;
        told("SERVER_PORT", "" + port);
        told("SERVER_ADDRESS", "127.0.0.1");
    }

    /** It starts when these run, and is let into them. */
    ServiceDraft using(Store... stores) {
        for (Store store : stores) {
            needs.add(store.name());
            told(() -> store.environmentFor(prefix()));
        }
        return this;
    }

    ServiceDraft told(Supplier<Map<String, String>> more) {
        settings.add(more);
        return this;
    }

    ServiceDraft told(String variable, String value) {
        return told(() -> Map.of(variable, value));
    }

    /** Its heap may grow to this, in MB. */
    ServiceDraft heap(int most) {
        heap = most;
        return this;
    }

    /** Its JVM is told these as well. */
    ServiceDraft jvm(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** It is started as the JVM starts any jar, told no more than it cannot do without; to measure against. */
    ServiceDraft plain(boolean wanted) {
        fast = !wanted;
        return this;
    }

    /** It talks to others over the broker, and does not wait for it: what it has to say stays until the broker is there. */
    ServiceDraft over(Broker broker) {
        return told(() -> broker.environmentFor(prefix()));
    }

    /** It shows operators its state on a port of its own, without encryption. */
    ServiceDraft managedOn(int ownPort) {
        managementPort = ownPort;
        return told("MANAGEMENT_SERVER_PORT", "" + ownPort);
    }

    ServiceDraft encrypted() {
        uri = URI.create("https://localhost:" + port);
        return this;
    }

    Service done() {
        Probe probe = new Probe(URI.create("http://127.0.0.1:" + managementPort), CLIENT);
        int[] ports = managementPort == port ? new int[] {port} : new int[] {port, managementPort};
        if (fast) {
            // What it is told itself comes last, and counts.
            options.addAll(0, OPTIONS);
            options.add("-Xmx%dm".formatted(heap));
        }
        return new Service(
                name, home, jar, uri, ports, probe, needs, new Launch(fast, options), new Settings(settings));
    }

    private String prefix() {
        return name.replace("-service", "").replace("api-", "");
    }
}

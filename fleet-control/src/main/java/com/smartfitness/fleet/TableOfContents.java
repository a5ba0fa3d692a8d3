package com.smartfitness.fleet;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The stores and services of this project: names, ports, who owns what, what each is told. */
final class TableOfContents {

    /** Of every service's JVM. One that runs out of memory is better started afresh than left half alive. */
    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final HttpClient PLAIN = Probe.client().build();

    private final Path project;
    private final FleetHome home;
    private final int offset;
    private final Broker broker;

    TableOfContents(Path project, FleetHome home, int offset) {
        this.project = project;
        this.home = home;
        this.offset = offset;
        this.broker = new Broker(
                home,
                port(15421),
                List.of("gateway", "auth", "access", "helper", "search", "branchowner", "monitoring", "mlops"));
    }

    FleetPlan plan() {
        Database authDb = database("auth", 15401);
        Database helperDb = database("helper", 15402);
        Database branchownerDb = database("branchowner", 15403);
        Database monitoringDb = database("monitoring", 15404);
        Database mlopsDb = database("mlops", 15405);

        return new FleetPlan(
                home,
                List.of(authDb, helperDb, branchownerDb, monitoringDb, mlopsDb, broker),
                Stream.of(
                                service("auth-service", 8081, Map.of(), authDb),
                                service("access-service", 8082, Map.of()),
                                service("helper-service", 8083, Map.of(), helperDb),
                                service("search-service", 8084, Map.of()),
                                service("branchowner-service", 8085, Map.of(), branchownerDb),
                                service("monitoring-service", 8086, Map.of(), monitoringDb),
                                service("mlops-service", 8087, Map.of(), mlopsDb))
                        .filter(this::isPartOfTheProject)
                        .toList());
    }

    private Database database(String name, int port) {
        return new Database(home, name, port(port));
    }

    private Service service(String name, int port, Map<String, String> settings, Store... owned) {
        String prefix = name.replace("-service", "");
        Set<String> needs = new HashSet<>(Set.of(broker.name()));
        Stream.of(owned).map(Component::name).forEach(needs::add);
        Supplier<Map<String, String>> environment = () -> {
            Map<String, String> all = new HashMap<>(settings);
            all.put("SERVER_PORT", "" + port(port));
            all.put("SERVER_ADDRESS", "127.0.0.1");
            all.putAll(broker.environmentFor(prefix));
            Stream.of(owned).map(store -> store.environmentFor(prefix)).forEach(all::putAll);
            return all;
        };
        return new Service(
                name,
                home,
                project.resolve(name).resolve("target").resolve(name + ".jar"),
                URI.create("http://127.0.0.1:" + port(port)),
                () -> PLAIN,
                needs,
                OPTIONS,
                environment);
    }

    private boolean isPartOfTheProject(Service service) {
        return Files.isRegularFile(project.resolve(service.name()).resolve("pom.xml"));
    }

    private int port(int port) {
        return port + offset;
    }
}

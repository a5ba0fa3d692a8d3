package com.smartfitness.gateway;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All services that the gateway leads to. */
final class Fleet implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("auth", "access", "helper", "search", "branchowner", "monitoring", "mlops");

    private final Map<String, FakeService> services = new LinkedHashMap<>();

    Fleet() {
        NAMES.forEach(name -> services.put(name, new FakeService(name)));
    }

    FakeService service(String name) {
        return services.get(name);
    }

    /** What the gateway is told, with replicas kept in a directory. */
    String[] settings(Path directory, String... further) {
        Stream<String> urls = services.entrySet().stream()
                .map(entry -> "gateway.services." + entry.getKey() + ".url="
                        + entry.getValue().url());
        return Stream.of(urls, Stream.of("replication.file=" + directory.resolve("replicas")), Stream.of(further))
                .flatMap(settings -> settings)
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        services.values().forEach(FakeService::close);
    }
}

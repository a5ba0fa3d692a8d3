package com.smartfitness.monitoring.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.monitoring.Branches;
import com.smartfitness.monitoring.Device;
import com.smartfitness.monitoring.RunningMonitoring;
import com.smartfitness.monitoring.User;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.operations.ReplicationMetrics;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboards ask for metrics that a service exposes, and for no others. */
class WatchedMetricsIT {

    private static final Path DEPLOY = Path.of("../deploy");

    /** Prometheus makes it itself. */
    private static final String UP = "up";

    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(?:by|without)\\s*\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern NAMES = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?!\\s*\\()");

    private final RunningMonitoring service = RunningMonitoring.shared();

    @Test
    void areExposed() {
        Set<String> watched = Stream.of(alerts(), dashboards())
                .flatMap(List::stream)
                .flatMap(query -> metrics(query).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        makeEverythingHappen();

        assertThat(watched).hasSizeGreaterThan(20).contains("replication_lag_seconds_bucket", UP);
        Eventually.becomes("all metrics are exposed", this::exposed, names -> names.containsAll(watched));
    }

    @Test
    void findsTheMetricsOfAQuery() {
        assertThat(
                        metrics(
                                "histogram_quantile(0.99, sum by (job, le) (rate(lag_bucket{status=~\"5..\", uri=\"/{id}/x\"}[5m]))) > 1"))
                .containsExactly("lag_bucket");
    }

    /** Counters appear with the first thing that they count. */
    private void makeEverythingHappen() {
        String branch = Branches.open(service, User.anOwner());
        Device.register(service, branch).hasAnError("모터 과열").expect(204);
        ReplicationMetrics replication = service.bean(ReplicationMetrics.class);
        replication.retried("any", "any");
        replication.dead("any", "any", "any");
        replication.gap("any", "any");
        replication.drift("any", "any", 1);
        replication.waitingForStore("any");
        replication.unroutable(List.of(new PendingEvent("1", "any", true, anyEvent())));
    }

    private static CloudEvent anyEvent() {
        return new CloudEvent(
                "1", "/any-service", "any", "1", Instant.now(), new Version(1, 1), null, null, new byte[0]);
    }

    private Set<String> exposed() {
        String page = service.send(HttpRequest.newBuilder(service.uri("/actuator/prometheus")))
                .response()
                .body();
        Set<String> names = page.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
        names.add(UP);
        return names;
    }

    private static Set<String> metrics(String query) {
        String bare = LABELS.matcher(STRINGS.matcher(query).replaceAll("")).replaceAll("");
        Set<String> names = new TreeSet<>();
        Matcher name = NAMES.matcher(bare);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static List<String> alerts() {
        Map<String, List<Map<String, List<Map<String, String>>>>> file =
                new Yaml().load(read(DEPLOY.resolve("prometheus/alerts.yaml")));
        return file.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(rule -> rule.get("expr"))
                .toList();
    }

    private static List<String> dashboards() {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
            files.map(file -> JsonMapper.shared().readTree(read(file)))
                    .flatMap(dashboard -> dashboard.findValues("expr").stream())
                    .map(JsonNode::asString)
                    .forEach(queries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return queries;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.smartfitness.fleet.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That docker-compose.yml and the plan of the native fleet describe the same fleet. */
class ComposeFileTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SERVICE = Pattern.compile("(?ms)^  ([a-z-]+):\\n(.*?)(?=^  \\S|\\z)");

    @TempDir
    private Path folder;

    private final Map<String, String> services = new TreeMap<>();

    /** Beside the fleet, and no part of its plan. */
    private String tracesBody;

    @BeforeEach
    void read() throws IOException {
        String file = Files.readString(PROJECT.resolve("docker-compose.yml"));
        String part = file.substring(file.indexOf("\nservices:\n"), file.indexOf("\nnetworks:\n"));
        Matcher matcher = SERVICE.matcher(part);
        matcher.results().forEach(service -> services.put(service.group(1), body(service)));
        tracesBody = services.remove("traces");
    }

    @Test
    void namesEveryStoreAndServiceOfThePlan() {
        FleetPlan plan = FleetPlan.of(PROJECT, new FleetHome(folder), 0);

        assertThat(services.keySet()).containsExactlyInAnyOrderElementsOf(plan.names());
    }

    @Test
    void letsTheOutsideReachTheGatewayAlone() {
        assertThat(tracesBody).contains("profiles: [traces]", "ports: [\"127.0.0.1:");
        assertThat(services)
                .allSatisfy((name, body) -> assertThat(body.contains("public") || body.contains("ports:"))
                        .as(name)
                        .isEqualTo(name.equals(FleetPlan.GATEWAY)));
    }

    @Test
    void mountsIntoEachContainerItsOwnSecretsAlone() {
        assertThat(services.remove("card-sandbox")).as("what has no secrets").doesNotContain("/run/fleet");

        assertThat(services)
                .allSatisfy((name, body) ->
                        assertThat(body.split("/run/fleet:ro")).as(name).hasSize(2));
        assertThat(services).allSatisfy((name, body) -> assertThat(body).contains("/" + name + ":/run/fleet:ro"));
    }

    @Test
    void givesEachJvmTheOptionsOfThePlan() throws IOException {
        String forAll = Files.readString(PROJECT.resolve("deploy/docker/train.sh"))
                + Files.readString(PROJECT.resolve("deploy/docker/Dockerfile"));

        assertThat(FleetPlan.of(PROJECT, new FleetHome(folder), 0).services())
                .allSatisfy(service -> assertThat(forAll + services.get(service.name()))
                        .as(service.name())
                        .contains(service.jvmOptions()));
    }

    private static String body(MatchResult service) {
        return service.group(2);
    }
}

package com.smartfitness.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetPlanTest {

    @TempDir
    private Path folder;

    private FleetPlan plan;

    @BeforeEach
    void plan() throws IOException {
        plan = planWithOffset(100);
    }

    @Test
    void givesEveryComponentNamesAndPortsOfItsOwn() {
        assertThat(plan.names()).doesNotHaveDuplicates();
        assertThat(plan.components().stream().flatMapToInt(component -> Arrays.stream(component.ports())))
                .doesNotHaveDuplicates();
    }

    @Test
    void movesAllPortsByTheOffset() throws IOException {
        assertThat(plan.service("auth-service").uri().getPort()).isEqualTo(8181);
        assertThat(planWithOffset(0).service("auth-service").environment()).containsEntry("SERVER_PORT", "8081");
        assertThat(planWithOffset(7).component("auth-db").ports()).containsExactly(15408);
    }

    @Test
    void tellsEachServiceItsOwnPasswordsAlone() {
        Map<String, String> auth = plan.service("auth-service").environment();
        Map<String, String> helper = plan.service("helper-service").environment();

        assertThat(auth.get("SPRING_DATASOURCE_URL")).endsWith(":15501/auth");
        assertThat(passwords(auth)).isNotEmpty().doesNotContainAnyElementsOf(passwords(helper));
    }

    @Test
    void keepsPasswordsFromOneStartToTheNext() throws IOException {
        assertThat(planWithOffset(100).service("auth-service").environment())
                .isEqualTo(plan.service("auth-service").environment());
    }

    @Test
    void letsServicesWaitForTheirOwnStoresAndNotForTheBroker() {
        assertThat(plan.service("auth-service").needs()).containsExactly("auth-db");
        assertThat(plan.service("auth-service").environment()).containsKey("SPRING_RABBITMQ_PASSWORD");
    }

    @Test
    void listsTheNamesThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> plan.component("auth"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("no 'auth'")
                .hasMessageContaining("auth-service");
    }

    private FleetPlan planWithOffset(int offset) throws IOException {
        for (String service : new String[] {"auth-service", "helper-service"}) {
            Files.createDirectories(folder.resolve(service));
            Files.writeString(folder.resolve(service).resolve("pom.xml"), "<project/>");
        }
        return FleetPlan.of(folder, new FleetHome(folder.resolve("home")), offset);
    }

    private static Iterable<String> passwords(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("PASSWORD"))
                .map(Map.Entry::getValue)
                .toList();
    }
}

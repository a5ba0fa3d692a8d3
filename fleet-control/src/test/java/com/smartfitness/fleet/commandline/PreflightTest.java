package com.smartfitness.fleet.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final long PLENTY = 1L << 40;

    @TempDir
    private Path project;

    @Test
    void findsNothingInTheWayOnAMachineThatHasAll() throws IOException {
        assertThat(new Preflight(plan(), port -> true, program -> true, PLENTY).problems())
                .isEmpty();
    }

    @Test
    void namesThePortThatIsTakenAndWhoWantsIt() throws IOException {
        assertThat(new Preflight(plan(), port -> port != 15421, program -> true, PLENTY).problems())
                .singleElement()
                .asString()
                .contains("port 15421 of rabbitmq is in use");
    }

    @Test
    void namesThePackageOfAProgramThatIsMissing() throws IOException {
        assertThat(new Preflight(plan(), port -> true, program -> !program.equals("xz"), PLENTY).problems())
                .containsExactly("xz is missing; install the package xz-utils");
    }

    @Test
    void namesTheServiceThatIsNotBuilt() throws IOException {
        Path service = Files.createDirectory(project.resolve("auth-service"));
        Files.writeString(service.resolve("pom.xml"), "<project/>");

        assertThat(new Preflight(plan(), port -> true, program -> true, PLENTY).problems())
                .singleElement()
                .asString()
                .startsWith("auth-service is not built");
    }

    @Test
    void listsAllThatIsInTheWayAtOnce() throws IOException {
        assertThat(new Preflight(plan(), port -> port > 15402, program -> false, 0).problems())
                .hasSizeGreaterThan(4)
                .last()
                .asString()
                .endsWith("MB of memory are needed and 0 MB are available");
    }

    private FleetPlan plan() {
        return FleetPlan.of(project, new FleetHome(project.resolve(".fleet")), 0);
    }
}

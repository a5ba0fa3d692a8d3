package com.smartfitness.fleet.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final long PLENTY = 1L << 40;

    @TempDir
    private Path project;

    @Test
    void findsNothingInTheWayOnAMachineThatHasAll() {
        assertThat(problemsOn(new Imagined(port -> true, program -> true, PLENTY)))
                .isEmpty();
    }

    @Test
    void namesThePortThatIsTakenAndWhoWantsIt() {
        assertThat(problemsOn(new Imagined(port -> port != 15421, program -> true, PLENTY)))
                .singleElement()
                .asString()
                .contains("port 15421 of rabbitmq is in use");
    }

    @Test
    void namesThePackageOfAProgramThatIsMissing() {
        assertThat(problemsOn(new Imagined(port -> true, program -> !program.equals("xz"), PLENTY)))
                .containsExactly("xz is missing; install the package xz-utils");
    }

    @Test
    void namesTheServiceThatIsNotBuilt() throws IOException {
        Path service = Files.createDirectory(project.resolve("auth-service"));
        Files.writeString(service.resolve("pom.xml"), "<project/>");

        assertThat(problemsOn(new Imagined(port -> true, program -> true, PLENTY)))
                .singleElement()
                .asString()
                .startsWith("auth-service is not built");
    }

    @Test
    void listsAllThatIsInTheWayAtOnce() {
        assertThat(problemsOn(new Imagined(port -> port > 15402, program -> false, 0)))
                .hasSizeGreaterThan(4)
                .last()
                .asString()
                .endsWith("MB of memory are needed and 0 MB are available");
    }

    private List<String> problemsOn(Machine machine) {
        FleetPlan plan = FleetPlan.of(project, new FleetHome(project.resolve(".fleet")), 0);
        return new Preflight(plan, machine).problems();
    }

    private record Imagined(IntPredicate free, Predicate<String> installed, long availableMemory) implements Machine {

        @Override
        public boolean isFree(int port) {
            return free.test(port);
        }

        @Override
        public boolean isInstalled(String program) {
            return installed.test(program);
        }

        @Override
        public Optional<String> obstacleTo(Path folder) {
            return Optional.empty();
        }
    }
}

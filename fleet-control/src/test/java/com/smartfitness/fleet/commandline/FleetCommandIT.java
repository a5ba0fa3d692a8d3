package com.smartfitness.fleet.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.stack.Ports;
import com.smartfitness.testing.stores.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own, on a project without services. */
class FleetCommandIT {

    @TempDir
    private Path project;

    private String portOffset;

    @BeforeEach
    void choosePorts() throws IOException {
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwx--x--x"));
        portOffset = "--port-offset=" + freeOffset();
    }

    @AfterEach
    void down() {
        fleet(0, "down");
    }

    @Test
    void leadsAFleetThroughItsLife() throws IOException {
        assertThat(fleet(1, "status")).contains("fleet: The fleet is not up");

        assertThat(fleet(0, "up", "--empty", portOffset))
                .containsPattern("auth-db +ready")
                .containsPattern("mlops-objects +ready")
                .contains("./fleet status");
        assertThat(fleet(0, "up", "--empty", portOffset)).contains("already up");
        assertThat(fleet(0, "status")).containsPattern("redis +Redis +running +yes");
        assertThat(fleet(0, "status", "--json")).contains("\"name\" : \"rabbitmq\"");

        assertThat(fleet(0, "stop", "redis")).contains("redis is stopped");
        assertThat(fleet(1, "status")).containsPattern("redis +Redis +stopped +no");
        assertThat(fleet(0, "up", "--empty", portOffset)).contains("Stopped, until ./fleet start NAME: redis");
        assertThat(fleet(0, "start", "redis")).contains("redis is ready");
        assertThat(fleet(0, "logs", "redis", "-n", "5")).contains("Ready to accept connections");
        assertThat(fleet(1, "stop", "mysql")).contains("There is no 'mysql'", "branchowner-db");

        assertThat(fleet(1, "reset", "--yes")).contains("The fleet is up");
        assertThat(fleet(0, "down")).contains("The fleet is down");
        assertThat(fleet(0, "down")).contains("not up");
        Path containers = Files.createDirectory(project.resolve(".fleet/containers"));
        assertThat(fleet(1, "reset", "--yes")).contains("./fleet reset --docker");
        Files.delete(containers);
        assertThat(fleet(1, "reset")).contains("--yes removes without asking");
        assertThat(fleet(0, "reset", "--yes")).contains("is removed");
        assertThat(project.resolve(".fleet")).doesNotExist();
    }

    private String fleet(int status, String... command) {
        try (ChildJvm process =
                ChildJvm.start(FleetCommand.class, Map.of("fleet.project", project.toString()), command)) {
            int actual = process.awaitEnd();
            assertThat(actual).as(process.output()).isEqualTo(status);
            return process.output();
        }
    }

    private int freeOffset() {
        while (true) {
            int offset = ThreadLocalRandom.current().nextInt(1_000, 15_000);
            FleetPlan plan = FleetPlan.of(project, new FleetHome(project), offset);
            if (plan.components().stream()
                    .flatMapToInt(component -> Arrays.stream(component.ports()))
                    .allMatch(Ports::isFree)) {
                return offset;
            }
        }
    }
}

package com.smartfitness.testing.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.stack.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerLifetimeIT {

    @Test
    void leavesNoServerBehindWhenItsJvmIsKilled() {
        List<Path> directories;
        try (ChildJvm jvm = ChildJvm.start(StartsServers.class, Map.of())) {
            directories = awaitDirectories(jvm);
            assertThat(directories)
                    .hasSize(4)
                    .allSatisfy(directory -> assertThat(processesIn(directory)).isNotEmpty());

            jvm.kill();
        }

        directories.forEach(directory -> Eventually.becomes(
                "no process is left in " + directory,
                Duration.ofSeconds(10),
                () -> processesIn(directory),
                List::isEmpty));
        assertThat(directories).allSatisfy(directory -> assertThat(directory).exists());

        try (ChildJvm next = ChildJvm.start(StartsServers.class, Map.of())) {
            awaitDirectories(next);
            assertThat(directories)
                    .allSatisfy(directory -> assertThat(directory).doesNotExist());
        }
    }

    @Test
    void leavesNoProcessBehindAKilledServer() {
        try (PostgresServer server = PostgresServer.temporary()) {
            server.start();
            assertThat(processesIn(server.directory())).hasSizeGreaterThan(3);

            server.kill();

            assertThat(processesIn(server.directory())).isEmpty();
        }
    }

    private static List<Path> awaitDirectories(ChildJvm jvm) {
        jvm.awaitLine("^started$", Duration.ofSeconds(60));
        return jvm.output()
                .lines()
                .filter(line -> line.startsWith("directory "))
                .map(line -> Path.of(line.substring("directory ".length())))
                .toList();
    }

    private static List<Path> processesIn(Path directory) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> workingDirectory(process).startsWith(directory))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"));
        } catch (IOException endedOrNoProcess) {
            return Path.of("/");
        }
    }
}

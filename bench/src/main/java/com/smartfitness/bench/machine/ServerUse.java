package com.smartfitness.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processes of one server have taken of the machine.
 *
 * @param cpuSeconds used since they were started
 * @param residentBytes of main memory now, what they share counted for each
 */
public record ServerUse(double cpuSeconds, long residentBytes) {

    private static final Path PROCESSES = Path.of("/proc");

    /** Of all processes that work below the server's folder. */
    public static ServerUse below(Path folder) {
        return new ServerUse(
                CpuTime.below(folder),
                processesBelow(folder).mapToLong(ResidentMemory::of).sum());
    }

    /** Of the program that measures. */
    public static ServerUse ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }

    static ServerUse of(long pid) {
        return new ServerUse(CpuTime.ofProcess(pid), ResidentMemory.of(PROCESSES.resolve(Long.toString(pid))));
    }

    static Stream<Path> processesBelow(Path folder) {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            Path real = folder.toRealPath();
            List<Path> found =
                    processes.filter(process -> worksBelow(process, real)).toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean worksBelow(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException | UnsupportedOperationException noProcessOrNotOurs) {
            return false;
        }
    }
}

package com.smartfitness.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much of the machine's memory processes take, and how much is left, as Linux tells. */
public final class ProcessMemory {

    private static final long KB = 1024;

    private ProcessMemory() {}

    /** Bytes that the process and all it has forked take; pages that several share are counted once. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Path.of("/proc", "" + each.pid()))
                .mapToLong(ProcessMemory::proportional)
                .sum();
    }

    /** Bytes that programs could take now without anything being swapped out. */
    public static long available() {
        return read(Path.of("/proc/meminfo"), "MemAvailable");
    }

    private static long proportional(Path process) {
        try {
            return read(process.resolve("smaps_rollup"), "Pss");
        } catch (IllegalStateException closedOrGone) {
            return 0;
        }
    }

    private static long read(Path file, String field) {
        try {
            Matcher line =
                    Pattern.compile("(?m)^%s:\\s+(\\d+) kB".formatted(field)).matcher(Files.readString(file));
            return line.find() ? Long.parseLong(line.group(1)) * KB : 0;
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read".formatted(file), e);
        }
    }
}

package com.smartfitness.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Main memory that processes take, by Linux's own count. */
public final class ResidentMemory {

    private static final String FIELD = "VmRSS:";
    private static final long KB = 1024;

    private ResidentMemory() {}

    /** Bytes of one process, those included that it shares with others; none of one that has ended. */
    public static long of(Path process) {
        try {
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith(FIELD))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KB)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}

package com.smartfitness.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What absolute figures hold for. */
record MachineFacts(String processor, int processors, String system, String java) {

    static MachineFacts read() {
        return new MachineFacts(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return "%d x %s, %s, Java %s".formatted(processors, processor, system, java);
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException notLinux) {
            return "unknown processor";
        }
    }
}

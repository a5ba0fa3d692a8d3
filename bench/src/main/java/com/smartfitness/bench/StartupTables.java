package com.smartfitness.bench;

import com.smartfitness.bench.StartupReport.Part;
import com.smartfitness.bench.StartupReport.Start;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A {@link StartupReport} to read. */
final class StartupTables {

    private static final double MB = 1024 * 1024;

    private StartupTables() {}

    static String of(StartupReport report) {
        return """
                startup: all stores and services of a fleet that has run before, until each serves

                machine  %s

                %s
                %s
                """.formatted(report.machine(), summary(report.starts()), parts(report.starts()));
    }

    private static String summary(List<Start> starts) {
        double slowest = starts.stream().mapToDouble(Start::seconds).max().orElse(0);
        StringBuilder table = new StringBuilder(
                "%-14s %9s %12s %12s %18s%n".formatted("", "seconds", "x faster", "CPU s", "services' RSS MB"));
        for (Start start : starts) {
            table.append("%-14s %9.1f %12.2f %12.1f %18.0f%n"
                    .formatted(
                            start.how(),
                            start.seconds(),
                            slowest / start.seconds(),
                            start.cpuSeconds(),
                            start.servicesBytes() / MB));
        }
        return table.toString();
    }

    /** One line each: for every start when the process was there, when it served, CPU seconds and RSS in MB. */
    private static String parts(List<Start> starts) {
        String heads =
                starts.stream().map(start -> "| %-31s".formatted(start.how())).collect(Collectors.joining());
        String columns = starts.stream()
                .map(start -> "| %6s %6s %7s %8s ".formatted("began", "ready", "CPU s", "RSS MB"))
                .collect(Collectors.joining());
        String lines = IntStream.range(0, starts.getFirst().parts().size())
                .mapToObj(row -> line(
                        starts.stream().map(start -> start.parts().get(row)).toList()))
                .collect(Collectors.joining());
        return "%-20s%s%n%-20s%s%n%s".formatted("", heads, "", columns, lines);
    }

    private static String line(List<Part> parts) {
        return "%-20s%s%n"
                .formatted(
                        parts.getFirst().name(),
                        parts.stream()
                                .map(part -> "| %6.1f %6.1f %7.1f %8.0f "
                                        .formatted(part.began(), part.ready(), part.cpuSeconds(), part.bytes() / MB))
                                .collect(Collectors.joining()));
    }
}

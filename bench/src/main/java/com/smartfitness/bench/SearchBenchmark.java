package com.smartfitness.bench;

import com.smartfitness.bench.machine.Jvm;
import com.smartfitness.bench.search.SearchProgram;
import com.smartfitness.bench.search.SearchProgram.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The search for a face alone, beside graphs that are not exact and beside the simplest code. */
@Command(name = "search", description = "The search for a face alone, under JMH.")
final class SearchBenchmark implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Option(
            names = "--faces",
            split = ",",
            defaultValue = "11000,100000",
            description = "Enrolled faces. Default: ${DEFAULT-VALUE}")
    private List<Integer> faces = List.of(11_000, 100_000);

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description =
                    "Seconds to measure each engine, after three fifths of it to warm up. Default: ${DEFAULT-VALUE}")
    private int seconds = 10;

    SearchBenchmark() {
        this(new RunOptions());
    }

    SearchBenchmark(RunOptions options) {
        this.options = options;
    }

    private record Report(MachineFacts machine, List<Found> found) {}

    @Override
    public Integer call() throws Exception {
        List<Integer> numbers = options.quick ? List.of(500) : faces;
        Path file = Reports.folder().resolve("search-found.json");
        measure(file, numbers, options.quick ? 0.1 : seconds);
        List<Found> found = List.of(JsonMapper.shared().readValue(file.toFile(), Found[].class));
        MachineFacts machine = MachineFacts.read();
        StringBuilder text = new StringBuilder(
                """
                search: vectors of 512 dimensions, one thread, half of the queries by enrolled people

                machine    %s
                %8s  %-24s %10s %10s  %9s %9s  %8s
                """.formatted(machine, "faces", "microseconds", "p50", "p99", "enrolled", "strangers", "built in"));
        for (Found one : found) {
            text.append("%8d  %-24s %10.1f %10.1f  %9.4f %9.4f  %6.1f s%n"
                    .formatted(
                            one.faces(),
                            one.engine(),
                            one.p50(),
                            one.p99(),
                            one.recallEnrolled(),
                            one.recallStrangers(),
                            one.secondsToBuild()));
        }
        text.append("enrolled, strangers: how often the most similar of all is found. A floor leaves strangers out.");
        Reports.tell("search", text.toString(), new Report(machine, found));
        return 0;
    }

    private static void measure(Path file, List<Integer> faces, double seconds)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Jvm.command(List.of(
                "-Xms3g", "-Xmx3g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")));
        command.add(SearchProgram.class.getName());
        command.add(file.toString());
        command.add(String.join(",", faces.stream().map(String::valueOf).toList()));
        command.add(Double.toString(seconds));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("The search ended with status " + status);
        }
    }
}

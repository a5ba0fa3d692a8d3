package com.smartfitness.bench;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.FleetPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every benchmark can be told. */
final class RunOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Option(names = "--quick", description = "A few seconds for each phase: shows that it runs, not how fast.")
    boolean quick;

    @Option(
            names = "--branches",
            defaultValue = "50000",
            description = "Aggregates that the writers change in turn. Default: ${DEFAULT-VALUE}")
    int branches = 50_000;

    @Option(names = "--profile", description = "Record source and consumer, and print their hottest methods.")
    boolean profile;

    @Option(
            names = "--jvm",
            description = "Options of every JVM that is measured, PerfTest's included. Default: -Xms512m -Xmx512m;"
                    + " for the gate those that the fleet has")
    private @Nullable String jvm;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = "Another value for a setting of replication.* or namastack.*, to try.")
    private final Map<String, String> tried = new LinkedHashMap<>();

    /** The settings to try whose names begin so. */
    Map<String, String> tried(String prefix) {
        Map<String, String> own = new LinkedHashMap<>(tried);
        own.keySet().removeIf(name -> !name.startsWith(prefix));
        return own;
    }

    /** In one line. */
    String jvm() {
        return String.join(" ", jvmOptions());
    }

    List<String> jvmOptions() {
        return jvmOptions(List.of("-Xms512m", "-Xmx512m"));
    }

    /** What is wanted, or else these. */
    List<String> jvmOptions(List<String> usual) {
        List<String> all = new ArrayList<>(jvm == null ? usual : List.of(jvm.split(" ")));
        if (quick) {
            all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        }
        return all;
    }

    /** Those that a service has in the fleet, unless others are wanted. */
    List<String> jvmOptionsOf(String service) {
        FleetPlan plan = FleetPlan.of(Path.of("").toAbsolutePath(), new FleetHome(Reports.folder()), 0);
        return jvmOptions(plan.service(service).jvmOptions());
    }

    /** As long as asked for, unless only a short look is wanted. */
    int seconds(int full, int quickly) {
        return quick ? quickly : full;
    }
}

package com.smartfitness.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** What a service says of its replication, in the text format of Prometheus. */
final class Metrics {

    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{.*})? (\\S+)$");

    private final Map<String, List<Double>> samples = new HashMap<>();

    private Metrics() {}

    static Metrics parse(String text) {
        Metrics metrics = new Metrics();
        text.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(metrics::add);
        return metrics;
    }

    /** The longest lag of any queue, or nothing where nothing has been received lately. */
    Optional<Long> lagMillis() {
        OptionalDouble seconds = all("replication_lag_seconds_max").max();
        return seconds.isPresent() ? Optional.of(Math.round(seconds.getAsDouble() * 1000)) : Optional.empty();
    }

    /** How many messages were given up, 0 for a service that replicates and has given up none. */
    Optional<Long> deadLetters() {
        boolean replicates = samples.keySet().stream().anyMatch(name -> name.startsWith("replication_"));
        return replicates
                ? Optional.of((long) all("replication_consumer_dead_total").sum())
                : Optional.empty();
    }

    private void add(Matcher sample) {
        double value = sample.group(2).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(sample.group(2));
        samples.computeIfAbsent(sample.group(1), name -> new ArrayList<>()).add(value);
    }

    private DoubleStream all(String name) {
        return samples.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}

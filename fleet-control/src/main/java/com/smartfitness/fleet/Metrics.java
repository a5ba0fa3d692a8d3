package com.smartfitness.fleet;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What a service says of its replication, in the text format of Prometheus. */
final class Metrics {

    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private static final String VERIFICATIONS = "/api/v1/gates/{gateId}/verifications";
    private static final String IN_TIME = "0.01";

    private final Map<String, List<Sample>> samples = new HashMap<>();

    private record Sample(Map<String, String> labels, double value) {

        String of(String label) {
            return labels.getOrDefault(label, "");
        }

        boolean has(String label, String wanted) {
            return wanted.equals(of(label));
        }
    }

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

    /** Age of the oldest event that waits to be sent, in seconds; nothing for a service that publishes none. */
    Optional<Double> unsentSeconds() {
        return all("replication_outbox_oldest_age_seconds").boxed().findFirst();
    }

    /** How soon gates have been answered, those without photos; nothing for a service that has not answered any. */
    Optional<GateAnswers> gateAnswers() {
        long all = answered("http_server_requests_seconds_count", "");
        long inTime = answered("http_server_requests_seconds_bucket", IN_TIME);
        return all == 0 ? Optional.empty() : Optional.of(new GateAnswers(all, inTime));
    }

    private long answered(String name, String atMost) {
        return (long) samples.getOrDefault(name, List.of()).stream()
                .filter(requests -> requests.has("uri", VERIFICATIONS) && requests.has("outcome", "SUCCESS"))
                .filter(requests -> requests.has("content", "other") && requests.has("le", atMost))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** What comes to this service from others. */
    List<ReplicationPair> pairs() {
        return samples.getOrDefault("replication_heard_age_seconds", List.of()).stream()
                .map(heard -> pair(heard.of("queue"), heard.of("source"), heard.value()))
                .sorted(comparing(ReplicationPair::source).thenComparing(ReplicationPair::queue))
                .toList();
    }

    private ReplicationPair pair(String queue, String source, double heard) {
        return new ReplicationPair(
                source,
                queue,
                recentMillis(queue, source, "0.5"),
                recentMillis(queue, source, "0.99"),
                Math.round(heard),
                count("replication_consumer_retried_total", queue),
                count("replication_consumer_dead_total", queue),
                count("replication_consumer_drift_total", queue),
                verifiedSeconds(queue));
    }

    private @Nullable Long verifiedSeconds(String queue) {
        return samples.getOrDefault("replication_verified_age_seconds", List.of()).stream()
                .filter(age -> age.has("queue", queue))
                .map(age -> Math.round(age.value()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long recentMillis(String queue, String source, String quantile) {
        return samples.getOrDefault("replication_lag_recent_seconds", List.of()).stream()
                .filter(lag -> lag.has("queue", queue) && lag.has("source", source) && lag.has("quantile", quantile))
                .filter(lag -> Double.isFinite(lag.value()))
                .map(lag -> Math.round(lag.value() * 1000))
                .findFirst()
                .orElse(null);
    }

    private long count(String name, String queue) {
        return (long) samples.getOrDefault(name, List.of()).stream()
                .filter(counter -> counter.has("queue", queue))
                .mapToDouble(Sample::value)
                .sum();
    }

    private void add(Matcher sample) {
        double value = sample.group(3).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(sample.group(3));
        Map<String, String> labels = new HashMap<>();
        if (sample.group(2) != null) {
            LABEL.matcher(sample.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        samples.computeIfAbsent(sample.group(1), name -> new ArrayList<>()).add(new Sample(labels, value));
    }

    private DoubleStream all(String name) {
        return samples.getOrDefault(name, List.of()).stream()
                .mapToDouble(Sample::value)
                .filter(Double::isFinite);
    }
}

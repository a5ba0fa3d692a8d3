package com.smartfitness.bench.task;

import com.smartfitness.fleet.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long tasks took from commit at helper-service to commit at another service, as that service's histogram has it.
 *
 * @param upTo events that took no longer than the key, in seconds, since the service was started
 */
public record LiveLag(NavigableMap<Double, Long> upTo) {

    private static final Pattern BUCKET =
            Pattern.compile("replication_lag_seconds_bucket\\{(.*)\\} (\\S+)", Pattern.MULTILINE);
    private static final Pattern BOUND = Pattern.compile("le=\"([^\"]+)\"");

    /** Until now. */
    public static LiveLag of(HttpClient client, Service service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri().resolve("/actuator/prometheus"))
                .build();
        NavigableMap<Double, Long> upTo = new TreeMap<>();
        BUCKET.matcher(client.send(request, BodyHandlers.ofString()).body())
                .results()
                .filter(bucket -> bucket.group(1).contains(".tasks\""))
                .forEach(bucket -> upTo.put(bound(bucket), (long) Double.parseDouble(bucket.group(2))));
        return new LiveLag(upTo);
    }

    /** What has come since then. */
    public LiveLag since(LiveLag then) {
        NavigableMap<Double, Long> fresh = new TreeMap<>();
        upTo.forEach((bound, count) -> fresh.put(bound, count - then.upTo.getOrDefault(bound, 0L)));
        return new LiveLag(fresh);
    }

    /** Events. */
    public long events() {
        return upTo.isEmpty() ? 0 : upTo.lastEntry().getValue();
    }

    /** In milliseconds, what this share of the events took no longer than, rounded up to the histogram's steps. */
    public double millis(double share) {
        return upTo.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= share * events())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Double.NaN)
                * 1000;
    }

    private static double bound(MatchResult bucket) {
        return BOUND.matcher(bucket.group(1))
                .results()
                .map(bound -> bound.group(1))
                .mapToDouble(bound -> bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound))
                .findFirst()
                .orElseThrow();
    }
}

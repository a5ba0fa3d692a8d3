package com.smartfitness.bench.monitoring;

import com.smartfitness.bench.http.Latency;
import com.smartfitness.bench.monitoring.MonitoringLoad.Outcome;
import com.smartfitness.devices.simulation.Equipment;
import com.smartfitness.devices.simulation.Watcher;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What owners ought to hear, and what they have heard. The clock of an error starts when its first report was due, which
 * is no later than its arrival; that of a silence 30 seconds after the last report.
 */
final class Alerts implements Watcher {

    private static final String ERROR = "STATUS_ERROR";
    private static final String SILENCE = "PING_FAILED";
    private static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    /** No device is chosen twice in a run. */
    private record Key(String equipment, String type) {}

    private final Map<Key, Instant> due = new ConcurrentHashMap<>();
    private final Set<Key> undecided = ConcurrentHashMap.newKeySet();
    private final Map<Key, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastReports = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> repeated = new ConcurrentHashMap<>();
    private final LongAdder deaf = new LongAdder();
    private final List<Duration> answers = new ArrayList<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    @Override
    public synchronized void reported(Equipment equipment, int status, Duration took) {
        statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
        answers.add(took);
        if (status == HttpURLConnection.HTTP_NO_CONTENT) {
            lastReports.put(equipment.id(), Instant.now());
        }
    }

    @Override
    public void tells(Equipment equipment, Instant reportDue) {
        due.putIfAbsent(new Key(equipment.id(), ERROR), reportDue);
    }

    @Override
    public void fallsSilent(Equipment equipment) {
        Key silence = new Key(equipment.id(), SILENCE);
        @Nullable Instant last = lastReports.get(equipment.id());
        if (last != null) {
            due.putIfAbsent(silence, last.plus(SILENT_AFTER));
        } else {
            // It may have been heard, without being told so, or not.
            undecided.add(silence);
        }
    }

    void heard(String equipment, String type, Instant at) {
        if (heard.putIfAbsent(new Key(equipment, type), at) != null) {
            repeated.computeIfAbsent(type, _ -> new LongAdder()).increment();
        }
    }

    /** A stream has ended by itself: whatever is missed from now on is not the fleet's fault alone. */
    void deaf() {
        deaf.increment();
    }

    boolean isDeaf() {
        return deaf.sum() > 0;
    }

    Outcome errors(Instant from, Instant to) {
        return outcome(ERROR, from, to);
    }

    Outcome silences(Instant from, Instant to) {
        return outcome(SILENCE, from, to);
    }

    /** Faults of devices that had none, and faults told twice, by type. */
    Map<String, Long> wrong() {
        Map<String, Long> wrong = new TreeMap<>();
        heard.keySet().stream()
                .filter(key -> !due.containsKey(key) && !undecided.contains(key))
                .forEach(key -> wrong.merge(key.type(), 1L, Long::sum));
        repeated.forEach((type, count) -> wrong.merge(type, count.sum(), Long::sum));
        return wrong;
    }

    /** How long reports have taken since this was last asked, those that were refused among them. */
    synchronized Latency answers() {
        Latency latency = Latency.of(List.copyOf(answers), 0);
        answers.clear();
        return latency;
    }

    /** Reports by the status of their answer since this was last asked; 0 for no answer. */
    synchronized Map<Integer, Long> statuses() {
        Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sumThenReset()));
        return counts;
    }

    private Outcome outcome(String type, Instant from, Instant to) {
        List<Duration> latencies = new ArrayList<>();
        int missed = 0;
        for (Map.Entry<Key, Instant> alert : due.entrySet()) {
            Instant at = alert.getValue();
            if (alert.getKey().type().equals(type) && !at.isBefore(from) && at.isBefore(to)) {
                @Nullable Instant arrival = heard.get(alert.getKey());
                if (arrival == null) {
                    missed++;
                } else {
                    latencies.add(Duration.between(at, arrival));
                }
            }
        }
        return new Outcome(latencies.size() + missed, missed, Latency.of(latencies, missed));
    }
}

package com.smartfitness.replication.operations;

import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.operations.ReplicationState.QueueState;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.RelayObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times replication. Names and tags are part of what dashboards and alerts rely on; docs/operations lists
 * them.
 */
public final class ReplicationMetrics implements RelayObserver, ConsumerObserver {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Map<String, Pair>> pairs = new ConcurrentHashMap<>();

    public ReplicationMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void removed(List<PendingEvent> batch) {
        for (PendingEvent pending : batch) {
            counter("replication.relay.sent", "type", pending.event().type()).increment();
        }
    }

    @Override
    public void unroutable(List<PendingEvent> events) {
        for (PendingEvent pending : events) {
            counter("replication.relay.unroutable", "type", pending.event().type())
                    .increment();
        }
    }

    @Override
    public void applied(String queue, List<CloudEvent> events, int fresh) {
        Counter stale = counter("replication.consumer.stale", "queue", queue);
        counter("replication.consumer.applied", "queue", queue).increment(fresh);
        stale.increment(Math.max(0, events.size() - fresh));
        Instant now = clock.instant();
        for (CloudEvent event : events) {
            pair(queue, Names.sourceOf(event.type())).applied(event.time(), now);
        }
    }

    @Override
    public void heard(String queue, String source) {
        pair(queue, source).heard(clock.instant());
    }

    @Override
    public void retried(String queue, String type) {
        counter("replication.consumer.retried", "queue", queue).increment();
    }

    @Override
    public void dead(String queue, String type, String cause) {
        counter("replication.consumer.dead", "queue", queue).increment();
    }

    @Override
    public void gap(String queue, String source) {
        counter("replication.consumer.gaps", "queue", queue).increment();
    }

    @Override
    public void drift(String queue, String source, int rows) {
        counter("replication.consumer.drift", "queue", queue).increment(rows);
    }

    @Override
    public void waitingForStore(String queue) {
        counter("replication.consumer.store.waits", "queue", queue).increment();
    }

    /** What has been measured of a queue, since this instance was started. */
    QueueState queue(String queue, boolean consuming, @Nullable Long deadLetters) {
        return new QueueState(
                queue,
                consuming,
                deadLetters,
                count("replication.consumer.retried", queue),
                count("replication.consumer.dead", queue),
                count("replication.consumer.drift", queue),
                pairs.getOrDefault(queue, Map.of()).values().stream()
                        .map(Pair::state)
                        .toList());
    }

    private long count(String name, String queue) {
        return (long) counter(name, "queue", queue).count();
    }

    private Pair pair(String queue, String source) {
        return pairs.computeIfAbsent(queue, name -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(source, name -> new Pair(queue, source, registry, clock));
    }

    private Counter counter(String name, String tag, String value) {
        return registry.counter(name, Tags.of(tag, value));
    }
}

package com.smartfitness.replication.operations;

import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.RelayObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Counts and times replication. Names and tags are part of what dashboards and alerts rely on; docs/operations lists
 * them.
 */
public final class ReplicationMetrics implements RelayObserver, ConsumerObserver {

    private final MeterRegistry registry;
    private final Clock clock;

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
        for (CloudEvent event : events) {
            if (event.time() != null) {
                lag(queue, event).record(Duration.between(event.time(), clock.instant()));
            }
        }
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

    private Counter counter(String name, String tag, String value) {
        return registry.counter(name, Tags.of(tag, value));
    }

    /** Commit at the source to commit here, as far as the two clocks agree. */
    private Timer lag(String queue, CloudEvent event) {
        return Timer.builder("replication.lag")
                .tag("queue", queue)
                .tag("source", Names.sourceOf(event.type()))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
    }
}

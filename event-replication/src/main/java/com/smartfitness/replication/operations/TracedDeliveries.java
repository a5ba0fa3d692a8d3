package com.smartfitness.replication.operations;

import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.trace.Traces;
import com.smartfitness.replication.trace.Traces.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes what becomes of each event in each queue, as part of the trace of the change that it tells of. */
public final class TracedDeliveries implements ConsumerObserver {

    private final Traces traces;
    private final Clock clock;
    private final Map<String, Instant> taken = new ConcurrentHashMap<>();

    public TracedDeliveries(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void taken(String queue, List<CloudEvent> events) {
        taken.put(queue, clock.instant());
    }

    @Override
    public void applied(String queue, List<CloudEvent> events, int fresh) {
        Instant now = clock.instant();
        Instant from = taken.getOrDefault(queue, now);
        for (CloudEvent event : events) {
            if (event.traceparent() != null) {
                traces.record(
                        "process " + event.type(),
                        Kind.CONSUMER,
                        event.traceparent(),
                        from,
                        now,
                        Map.of(
                                "messaging.system",
                                "rabbitmq",
                                "messaging.destination.name",
                                queue,
                                "messaging.message.id",
                                event.id()));
            }
        }
    }
}

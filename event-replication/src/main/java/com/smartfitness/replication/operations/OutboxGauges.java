package com.smartfitness.replication.operations;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.Outbox.Backlog;
import com.smartfitness.replication.outbox.Relay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * How much waits in the outbox, for how long, and whether this instance relays it: the age is what alarms. Not a number
 * while the store is away.
 */
public final class OutboxGauges implements MeterBinder {

    private final Outbox outbox;
    private final Relay relay;
    private final Clock clock;

    public OutboxGauges(Outbox outbox, Relay relay, Clock clock) {
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("replication.relay.active", relay, running -> running.isActive() ? 1 : 0)
                .register(registry);
        Gauge.builder("replication.outbox.pending", this, gauges -> gauges.read(Backlog::pending))
                .register(registry);
        Gauge.builder("replication.outbox.oldest.age", this, gauges -> gauges.read(this::ageInSeconds))
                .baseUnit("seconds")
                .register(registry);
    }

    private double read(ToDoubleFunction<Backlog> value) {
        try {
            return value.applyAsDouble(outbox.backlog());
        } catch (StoreUnavailableException e) {
            return Double.NaN;
        }
    }

    private double ageInSeconds(Backlog backlog) {
        return backlog.oldest() == null
                ? 0
                : Duration.between(backlog.oldest(), clock.instant()).toMillis() / 1000.0;
    }
}

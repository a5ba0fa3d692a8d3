package com.smartfitness.replication.operations;

import com.smartfitness.replication.replica.ReplicaWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long ago each replica was last compared with its source from end to end, by this instance: what nobody compares may
 * have drifted, and no count of drifted rows would tell.
 */
public final class ReplicaGauges implements MeterBinder {

    private final List<ReplicaWork> replicas;
    private final Clock clock;
    private final Instant since;

    public ReplicaGauges(List<ReplicaWork> replicas, Clock clock) {
        this.replicas = List.copyOf(replicas);
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReplicaWork replica : replicas) {
            Gauge.builder("replication.verified.age", replica, this::age)
                    .tag("queue", replica.queue())
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private double age(ReplicaWork replica) {
        Instant last = replica.verified().at();
        return Duration.between(last == null ? since : last, clock.instant()).toMillis() / 1000.0;
    }
}

package com.smartfitness.replication.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Keeps an instance out of service until its replicas are complete; the broker's absence alone does not. */
public final class ReplicationHealthIndicator implements HealthIndicator {

    private final ReplicationStatus status;

    public ReplicationHealthIndicator(ReplicationStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        var incomplete = status.incomplete();
        return incomplete.isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("incomplete", incomplete).build();
    }
}

package com.smartfitness.events;

import java.time.Instant;

/**
 * A gate was told to open and did not, as far as anybody knows.
 *
 * @param accessId the attempt that it should have opened for, at most one failure each
 * @param reason e.g. {@code NOT_REPORTED}, or what the terminal says
 */
@EventType(value = "access.gate-open-failed.v1", aggregate = "gate-opening", requiresConsumer = false)
public record GateOpenFailedEvent(String gateId, String branchId, String accessId, String reason, Instant at)
        implements DomainEvent {

    public GateOpenFailedEvent {
        Components.requireKey("accessId", accessId);
    }

    @Override
    public String aggregateId() {
        return accessId;
    }
}

package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gate stayed shut. Nobody is named: who was not let in is nobody's business, and who was not recognised is unknown.
 *
 * @param reason e.g. {@code NO_MATCH}, {@code AMBIGUOUS}, {@code INACTIVE_USER}, {@code BRANCH_CLOSED}, {@code
 *     UNKNOWN_GATE}; more may follow
 */
@EventType(value = "access.denied.v1", aggregate = "access", requiresConsumer = false)
public record AccessDeniedEvent(
        String accessId,
        String branchId,
        String gateId,
        AccessMethod method,
        String reason,
        @Nullable Double similarity,
        @Nullable Double margin,
        @Nullable String modelVersion,
        Instant at)
        implements AccessEvent {

    public AccessDeniedEvent {
        Components.requireKey("accessId", accessId);
    }
}

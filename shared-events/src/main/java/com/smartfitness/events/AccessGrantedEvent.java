package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gate was told to open.
 *
 * @param userId who passes; for {@link AccessMethod#OPERATOR} the operator who opened
 */
@EventType(value = "access.granted.v1", aggregate = "access", requiresConsumer = false)
public record AccessGrantedEvent(
        String accessId,
        String branchId,
        String gateId,
        AccessMethod method,
        String userId,
        @Nullable Double similarity,
        @Nullable Double margin,
        @Nullable String modelVersion,
        Instant at)
        implements AccessEvent {

    public AccessGrantedEvent {
        Components.requireKey("accessId", accessId);
    }
}

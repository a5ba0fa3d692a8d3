package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user signed up. */
@EventType(value = "auth.user-created.v1", aggregate = "user")
public record UserCreatedEvent(
        String userId, Role role, String alias, @Nullable String branchId, UserStatus status, Instant createdAt)
        implements UserStateEvent {

    public UserCreatedEvent {
        Components.requireKey("userId", userId);
    }
}

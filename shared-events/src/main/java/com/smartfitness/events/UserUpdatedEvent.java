package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What others may know of a user changed. */
@EventType(value = "auth.user-updated.v1", aggregate = "user")
public record UserUpdatedEvent(
        String userId, Role role, String alias, @Nullable String branchId, UserStatus status, Instant createdAt)
        implements UserStateEvent {

    public UserUpdatedEvent {
        Components.requireKey("userId", userId);
    }
}

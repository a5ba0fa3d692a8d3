package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account may no longer be used: sessions end, gates stay shut. It may become active again by an update. */
@EventType(value = "auth.user-deactivated.v1", aggregate = "user")
public record UserDeactivatedEvent(
        String userId, Role role, String alias, @Nullable String branchId, UserStatus status, Instant createdAt)
        implements UserStateEvent {

    public UserDeactivatedEvent {
        Components.requireKey("userId", userId);
    }
}

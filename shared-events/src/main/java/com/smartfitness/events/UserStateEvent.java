package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user exists, in this state. One upsert serves all three kinds. */
public sealed interface UserStateEvent extends UserEvent
        permits UserCreatedEvent, UserUpdatedEvent, UserDeactivatedEvent {

    Role role();

    /** Chosen by the user to be shown to others. */
    String alias();

    /** The branch that a helper works for; absent for every other role. */
    @Nullable String branchId();

    UserStatus status();

    Instant createdAt();
}

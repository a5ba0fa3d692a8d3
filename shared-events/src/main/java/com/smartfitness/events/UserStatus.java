package com.smartfitness.events;

/** Whether an account may be used. Erased accounts have no status: {@link UserErasedEvent} is all that is left. */
public enum UserStatus {
    ACTIVE,
    DEACTIVATED
}

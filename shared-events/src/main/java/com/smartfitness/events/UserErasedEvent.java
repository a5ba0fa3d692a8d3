package com.smartfitness.events;

/** A user is to be forgotten: replicas drop everything personal and keep the id alone. */
@EventType(value = "auth.user-erased.v1", aggregate = "user", tombstone = true)
public record UserErasedEvent(String userId) implements UserEvent {

    public UserErasedEvent {
        Components.requireKey("userId", userId);
    }
}

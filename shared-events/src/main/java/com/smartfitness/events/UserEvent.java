package com.smartfitness.events;

/** Something happened to a user. No e-mail, name, phone, card or password ever travels. */
public sealed interface UserEvent extends DomainEvent permits UserStateEvent, UserErasedEvent {

    String userId();

    @Override
    default String aggregateId() {
        return userId();
    }
}

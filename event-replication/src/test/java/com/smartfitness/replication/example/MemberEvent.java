package com.smartfitness.replication.example;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventType;

/** What members-service says of its members. */
public sealed interface MemberEvent extends DomainEvent {

    String memberId();

    @Override
    default String aggregateId() {
        return memberId();
    }

    /** A member with all that others may know. */
    sealed interface Present extends MemberEvent {
        String name();

        int visits();
    }

    @EventType(value = "members.member-joined.v1", aggregate = "member")
    record MemberJoinedEvent(String memberId, String name, int visits) implements Present {}

    @EventType(value = "members.member-changed.v1", aggregate = "member")
    record MemberChangedEvent(String memberId, String name, int visits) implements Present {}

    @EventType(value = "members.member-left.v1", aggregate = "member", tombstone = true)
    record MemberLeftEvent(String memberId) implements MemberEvent {}
}

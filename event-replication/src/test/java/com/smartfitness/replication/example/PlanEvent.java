package com.smartfitness.replication.example;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventType;

/** What members-service says of the plans that it offers; others may name plans too. */
public sealed interface PlanEvent extends DomainEvent {

    String planId();

    @Override
    default String aggregateId() {
        return planId();
    }

    @EventType(value = "members.plan-offered.v1", aggregate = "plan")
    record PlanOfferedEvent(String planId, String name) implements PlanEvent {}

    @EventType(value = "members.plan-withdrawn.v1", aggregate = "plan", tombstone = true)
    record PlanWithdrawnEvent(String planId) implements PlanEvent {}
}

package com.smartfitness.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch exists, in this state. One upsert serves all kinds: closing changes the status and forgets nothing. */
public sealed interface BranchEvent extends DomainEvent
        permits BranchCreatedEvent, BranchUpdatedEvent, BranchClosedEvent {

    String branchId();

    /** The user who owns the branch. */
    String ownerId();

    String name();

    /** As people write it, in one line. */
    String address();

    @Nullable Location location();

    /** IANA name, e.g. {@code Asia/Seoul}; the branch's day begins and ends by it. */
    String timeZone();

    /** Unmodifiable; empty where the owner has not said. */
    List<OpeningHours> openingHours();

    /** Floor area in square metres. */
    @Nullable Integer size();

    /** What there is to train with, in the owner's words; unmodifiable. */
    List<String> equipment();

    /** What else there is, in the owner's words; unmodifiable. */
    List<String> amenities();

    /** The owner's own text about the branch, up to 10 KB. */
    @Nullable String introduction();

    BranchStatus status();

    @Override
    default String aggregateId() {
        return branchId();
    }
}

package com.smartfitness.events;

import java.util.Map;

/** Equipment is registered, in this state. One upsert serves all kinds. */
public sealed interface EquipmentStateEvent extends EquipmentEvent
        permits EquipmentRegisteredEvent, EquipmentUpdatedEvent {

    /** Where it stands; never changes. */
    String branchId();

    /** Never changes. */
    EquipmentType equipmentType();

    /** What people call it, e.g. {@code 정문 게이트}. */
    String name();

    /**
     * What the equipment's requests are verified with: a JSON Web Key (RFC 7517) on the curve P-256, its string members;
     * never a private part. A new one replaces the old at once.
     */
    Map<String, String> publicKey();

    EquipmentStatus status();
}

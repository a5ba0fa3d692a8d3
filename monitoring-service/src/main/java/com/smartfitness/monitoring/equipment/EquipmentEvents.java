package com.smartfitness.monitoring.equipment;

import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentRemovedEvent;
import com.smartfitness.events.EquipmentUpdatedEvent;

/** What others hear of equipment: all that they may know, whatever has changed. The ping address stays here. */
final class EquipmentEvents {

    private EquipmentEvents() {}

    static EquipmentRegisteredEvent registered(Equipment equipment) {
        return new EquipmentRegisteredEvent(
                equipment.id().value(),
                equipment.branch().value(),
                equipment.type(),
                equipment.profile().name(),
                equipment.key().jwk(),
                equipment.profile().status());
    }

    static EquipmentUpdatedEvent updated(Equipment equipment) {
        return new EquipmentUpdatedEvent(
                equipment.id().value(),
                equipment.branch().value(),
                equipment.type(),
                equipment.profile().name(),
                equipment.key().jwk(),
                equipment.profile().status());
    }

    static EquipmentRemovedEvent removed(Equipment equipment) {
        return new EquipmentRemovedEvent(equipment.id().value());
    }
}

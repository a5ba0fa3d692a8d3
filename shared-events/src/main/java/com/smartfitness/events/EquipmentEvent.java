package com.smartfitness.events;

/** Something happened to the register's entry of equipment; how the equipment is feeling is a {@link FaultEvent}. */
public sealed interface EquipmentEvent extends DomainEvent permits EquipmentStateEvent, EquipmentRemovedEvent {

    String equipmentId();

    @Override
    default String aggregateId() {
        return equipmentId();
    }
}

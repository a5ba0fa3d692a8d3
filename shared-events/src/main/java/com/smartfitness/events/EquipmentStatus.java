package com.smartfitness.events;

/** Whether equipment is to be heard, and missed where it is not. */
public enum EquipmentStatus {
    IN_SERVICE,

    /** Under repair or not built in yet: what its key has signed is refused, and nobody misses its reports. */
    OUT_OF_SERVICE
}

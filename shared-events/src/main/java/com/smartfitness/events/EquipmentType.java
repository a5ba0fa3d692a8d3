package com.smartfitness.events;

/** What stands in a branch and reports how it is. */
public enum EquipmentType {
    GATE,
    CAMERA,
    SENSOR
}

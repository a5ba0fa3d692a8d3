package com.smartfitness.monitoring.equipment;

import com.smartfitness.events.EquipmentStatus;

/** What may be edited of equipment. */
public record EquipmentProfile(String name, PingAddress pingAddress, EquipmentStatus status) {}

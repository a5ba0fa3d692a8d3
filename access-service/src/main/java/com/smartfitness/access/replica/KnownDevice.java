package com.smartfitness.access.replica;

import com.smartfitness.events.EquipmentType;

/** A replicated device that is in service. */
public record KnownDevice(String id, String branchId, EquipmentType type) {}

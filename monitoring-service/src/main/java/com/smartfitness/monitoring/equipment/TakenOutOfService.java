package com.smartfitness.monitoring.equipment;

/** Nobody is to miss this equipment from now on; told within the transaction that makes it so. */
public record TakenOutOfService(EquipmentId equipment) {}

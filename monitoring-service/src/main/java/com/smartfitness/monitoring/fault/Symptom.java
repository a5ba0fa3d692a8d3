package com.smartfitness.monitoring.fault;

import com.smartfitness.events.FaultType;

/**
 * What was noticed of equipment.
 *
 * @param description for people
 */
public record Symptom(String equipmentId, FaultType type, String description) {}

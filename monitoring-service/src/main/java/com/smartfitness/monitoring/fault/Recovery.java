package com.smartfitness.monitoring.fault;

import com.smartfitness.events.FaultType;

/** Equipment has shown for long enough that it no longer has this. */
public record Recovery(String equipmentId, FaultType type) {}

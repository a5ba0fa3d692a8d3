package com.smartfitness.monitoring.fault;

/** Identifies a fault. */
public record FaultId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

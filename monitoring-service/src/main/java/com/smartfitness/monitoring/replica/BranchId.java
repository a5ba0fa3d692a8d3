package com.smartfitness.monitoring.replica;

/** Identifies a branch of branchowner-service. */
public record BranchId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

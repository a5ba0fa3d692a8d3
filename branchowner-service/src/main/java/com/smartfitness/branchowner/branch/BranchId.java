package com.smartfitness.branchowner.branch;

import java.util.UUID;

/** Identifies a branch. */
public record BranchId(String value) {

    static BranchId fresh() {
        return new BranchId("B-" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}

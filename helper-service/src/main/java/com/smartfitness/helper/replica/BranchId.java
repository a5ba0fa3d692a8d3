package com.smartfitness.helper.replica;

/** Names a branch; made by branchowner-service. */
public record BranchId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

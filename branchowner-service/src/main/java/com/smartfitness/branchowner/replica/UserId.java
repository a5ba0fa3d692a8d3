package com.smartfitness.branchowner.replica;

/** Identifies an account of auth-service. */
public record UserId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

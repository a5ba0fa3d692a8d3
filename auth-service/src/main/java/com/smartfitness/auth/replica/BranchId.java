package com.smartfitness.auth.replica;

/** A branch's id, as branchowner-service made it. */
public record BranchId(String value) {}

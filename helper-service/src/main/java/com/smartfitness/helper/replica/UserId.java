package com.smartfitness.helper.replica;

/** Names a user; made by auth-service. */
public record UserId(String value) {

    @Override
    public String toString() {
        return value;
    }
}

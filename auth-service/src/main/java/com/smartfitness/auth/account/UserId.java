package com.smartfitness.auth.account;

import java.util.UUID;

/** A user's id: {@code sub} of tokens, subject of events, and all that other services call a user by. */
public record UserId(String value) {

    static UserId create() {
        return new UserId("U-" + UUID.randomUUID());
    }
}

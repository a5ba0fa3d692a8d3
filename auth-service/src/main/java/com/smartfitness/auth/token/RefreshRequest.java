package com.smartfitness.auth.token;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The refresh token that a client holds. */
record RefreshRequest(
        @NotNull(message = "A refresh token is needed.") @Size(max = 512, message = "This is longer than any refresh token.") String refreshToken) {

    @Override
    public String toString() {
        return "a refresh token";
    }
}

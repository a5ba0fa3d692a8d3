package com.smartfitness.auth.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The password once more, so that nobody else does this with a token that was left lying about. */
record Confirmation(
        @NotNull(message = "Your password is needed.") @Size(max = 512, message = "This is longer than any password.") String password) {

    @Override
    public String toString() {
        return "a confirmation";
    }
}

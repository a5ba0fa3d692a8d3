package com.smartfitness.auth.token;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody signs in with. The rules for new passwords are not asked here: they may have been others once. */
record SignIn(
        @NotNull(message = "An e-mail is needed.") @Size(max = 254, message = "An e-mail has at most 254 characters.") String email,

        @NotNull(message = "A password is needed.") @Size(max = 512, message = "This is longer than any password.") String password) {

    @Override
    public String toString() {
        return "a sign-in";
    }
}

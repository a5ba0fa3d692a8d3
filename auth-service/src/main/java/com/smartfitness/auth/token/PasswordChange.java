package com.smartfitness.auth.token;

import com.smartfitness.auth.password.AcceptablePassword;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A password in the place of another. */
record PasswordChange(
        @NotNull(message = "The current password is needed.") @Size(max = 512, message = "This is longer than any password.") String currentPassword,

        @AcceptablePassword @Schema(description = "8 to 128 characters of any kind, none of the most common passwords.")
        String newPassword) {

    @Override
    public String toString() {
        return "a change of password";
    }
}

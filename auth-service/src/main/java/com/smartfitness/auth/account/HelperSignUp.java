package com.smartfitness.auth.account;

import com.smartfitness.auth.password.AcceptablePassword;
import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a helper signs up with. */
record HelperSignUp(
        @Email String email,

        @AcceptablePassword @Schema(description = "8 to 128 characters of any kind, none of the most common passwords.")
        String password,

        @NotNull @OneLine(max = SignUp.LONGEST_NAME) @Schema(description = "Kept encrypted, told to nobody.")
        String name,

        @Nullable @Pattern(regexp = SignUp.PHONE, message = SignUp.PHONE_MESSAGE) String phone,

        @NotNull @OneLine(max = SignUp.LONGEST_ALIAS) @Schema(description = "What others see; all services know it.")
        String alias,

        @NotNull @OneLine(max = SignUp.LONGEST_ID)
        @Schema(description = "The branch that the helper works for; it must be open.")
        String branchId) {

    SignUp signUp() {
        return new SignUp(
                Role.HELPER, EmailAddress.parse(email).orElseThrow(), name, phone, alias, new BranchId(branchId), null);
    }

    @Override
    public String toString() {
        return "a helper's sign-up";
    }
}

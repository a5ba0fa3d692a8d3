package com.smartfitness.auth.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody is called and reached by from now on. */
record ProfileChange(
        @NotNull @OneLine(max = SignUp.LONGEST_NAME) @Schema(description = "Kept encrypted, told to nobody.")
        String name,

        @Nullable @Pattern(regexp = SignUp.PHONE, message = SignUp.PHONE_MESSAGE) @Schema(description = "Left out where there is none.")
        String phone,

        @NotNull @OneLine(max = SignUp.LONGEST_ALIAS) @Schema(description = "What others see; all services know it.")
        String alias) {

    @Override
    public String toString() {
        return "a change of a profile";
    }
}

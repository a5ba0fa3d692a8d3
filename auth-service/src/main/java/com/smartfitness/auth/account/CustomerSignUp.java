package com.smartfitness.auth.account;

import com.smartfitness.auth.card.Card;
import com.smartfitness.auth.password.AcceptablePassword;
import com.smartfitness.events.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer signs up with. */
record CustomerSignUp(
        @Email String email,

        @AcceptablePassword @Schema(description = "8 to 128 characters of any kind, none of the most common passwords.")
        String password,

        @NotNull @OneLine(max = SignUp.LONGEST_NAME)
        @Schema(description = "As on the card. Kept encrypted, told to nobody but the card check.")
        String name,

        @Nullable @Pattern(regexp = SignUp.PHONE, message = SignUp.PHONE_MESSAGE) String phone,

        @NotNull @OneLine(max = SignUp.LONGEST_ALIAS) @Schema(description = "What others see; all services know it.")
        String alias,

        @NotNull(message = "A card is needed: it shows who you are.") @Valid Card card) {

    SignUp signUp() {
        return new SignUp(
                Role.CUSTOMER, EmailAddress.parse(email).orElseThrow(), name, phone, alias, null, CardMark.of(card));
    }

    @Override
    public String toString() {
        return "a customer's sign-up";
    }
}

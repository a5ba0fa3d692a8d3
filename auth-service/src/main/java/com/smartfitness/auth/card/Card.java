package com.smartfitness.auth.card;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A card, for as long as a request takes: number and CVV are neither stored nor logged, and this never prints them.
 *
 * @param expiry the month after which it is void, e.g. {@code 2031-12}
 */
public record Card(
        @NotNull(message = "A card number is needed.") @CardNumber
        @Schema(example = "4242424242424242", description = "Asked about once and never stored.")
        String number,

        @NotNull(message = "The month of expiry is needed, e.g. 2031-12.") @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])", message = "The month of expiry is written like 2031-12.")
        @Schema(example = "2031-12")
        String expiry,

        @NotNull(message = "The CVV is needed.") @Pattern(regexp = "[0-9]{3,4}", message = "A CVV has three or four digits.") @Schema(example = "123", description = "Asked about once and never stored.")
        String cvv) {

    private static final int LAST = 4;

    /** What of the number may be shown. */
    public String lastFour() {
        return number.substring(number.length() - LAST);
    }

    @Override
    public String toString() {
        return "a card";
    }
}

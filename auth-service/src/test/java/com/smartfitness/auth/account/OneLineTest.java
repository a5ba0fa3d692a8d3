package com.smartfitness.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    private static final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Badge(@OneLine(max = 8) String name) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"M", "Min Ji", "김민지", "O'Neil-K", "👩‍👧", "𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜"})
    void acceptsWhatCanBeShown(String name) {
        assertThat(validator.validate(new Badge(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Min",
                "Min ",
                "\u00A0\u3000",
                "\u200B",
                "\u200D\u200D",
                "Min\nJi",
                "Min\u0000",
                "Min\u0085",
                "Min\u2028Ji",
                "Min\u202EJi",
                "Min\uFEFF",
                "nine char",
            })
    void refusesTheRest(String name) {
        assertThat(validator.validate(new Badge(name))).hasSize(1);
    }
}

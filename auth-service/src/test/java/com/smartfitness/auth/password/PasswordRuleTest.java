package com.smartfitness.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a b c d ", "여덟글자비밀번호", "🏋🏋🏋🏋🏋🏋🏋💪", "\t\n\u0001 abcd", "correct horse battery staple"})
    void acceptsCharactersOfAnyKind(String password) {
        assertThat(PasswordRule.objectionTo(password)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String seven = "일곱글자입니다";

        assertThat(PasswordRule.objectionTo(seven)).isPresent();
        assertThat(PasswordRule.objectionTo(Normalizer.normalize(seven, Normalizer.Form.NFD)))
                .isPresent();
        assertThat(PasswordRule.objectionTo("🏋".repeat(127) + "💪")).isEmpty();
        assertThat(PasswordRule.objectionTo("🏋".repeat(128) + "💪")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", // a list of the most common
                "Password123",
                "QWERTYUIOP",
                "12345678",
                "iloveyou",
                "elizabeth", // names and words
                "administrator",
                "qwerty123!", // what is added to them
                "김치김치김치김치", // again and again
                "zzzzzzzzzzzzzz",
                "12341234",
                "qwerqwerqw",
                "비밀번호1234", // in Korean, as it is and on a Latin keyboard
                "dkssudgktpdy",
                "smartfitness",
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(PasswordRule.objectionTo(password))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("tried first"));
    }
}

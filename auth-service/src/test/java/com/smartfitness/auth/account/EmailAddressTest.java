package com.smartfitness.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Minji@Example.COM, minji@example.com",
        "min.ji+gym@mail.example.com, min.ji+gym@mail.example.com",
        "민지@example.com, 민지@example.com",
        "minji@예시.한국, minji@xn--vv4b11d.xn--3e0b707e",
        "minji@XN--VV4B11D.kr, minji@xn--vv4b11d.kr",
    })
    void bringsAddressIntoOneForm(String typed, String value) {
        assertThat(EmailAddress.parse(typed)).hasValue(new EmailAddress(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "minji",
                "@example.com",
                "minji@",
                "minji@example",
                "minji@example.",
                "minji@.example.com",
                "minji@exa mple.com",
                "minji@-example.com",
                "minji@127.0.0.1",
                "min..ji@example.com",
                ".minji@example.com",
                "minji.@example.com",
                "min\tji@example.com",
                "min\u202Eji@example.com",
                "minji@example.com\r\nBcc: others@example.com",
                "a@b@example.com",
                "\"min ji\"@example.com",
                "<minji@example.com>",
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesLongAddresses() {
        assertThat(EmailAddress.parse("x".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.parse("x".repeat(65) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("x@" + "label.".repeat(42) + "com")).isEmpty();
        assertThat(EmailAddress.parse("x@" + "y".repeat(64) + ".com")).isEmpty();
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(new EmailAddress("minji@example.com").toString()).doesNotContain("minji");
    }
}

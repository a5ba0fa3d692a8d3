package com.smartfitness.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void readsWhatItWrites() {
        assertThat(Version.parse("1.42")).isEqualTo(new Version(1, 42)).hasToString("1.42");
        assertThat(Version.parse("0.0")).isEqualTo(Version.OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", ".", "1.", ".1", "1.2.3", "a.1", "1.a", "-1.1", "1.-1", "1 .1"})
    void rejectsOtherForms(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Version.parse(text));
    }

    @Test
    void ordersByEpochThenByCounter() {
        assertThat(new Version(1, 10)).isGreaterThan(new Version(1, 9));
        assertThat(new Version(2, 1)).isGreaterThan(new Version(1, 10));
        assertThat(Version.OUTSIDE).isLessThan(new Version(1, 1));
        assertThat(new Version(1, 1)).isEqualByComparingTo(new Version(1, 1));
    }
}

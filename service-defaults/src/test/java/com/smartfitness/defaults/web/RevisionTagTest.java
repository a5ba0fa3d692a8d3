package com.smartfitness.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTagTest {

    @Test
    void acceptsItsOwnTag() {
        assertThat(RevisionTag.expectedBy(RevisionTag.of(7)).test(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"6\", \"7\"", "W/\"7\", \"7\""})
    void acceptsWhatNamesTheRevisionAmongOthers(String ifMatch) {
        assertThat(RevisionTag.expectedBy(ifMatch).test(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"70\"", "\"07\"", "W/\"7\"", "7", "nonsense", ","})
    void refusesEverythingElse(String ifMatch) {
        assertThat(RevisionTag.expectedBy(ifMatch).test(7)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void demandsAHeader(String ifMatch) {
        assertThatThrownBy(() -> RevisionTag.expectedBy(ifMatch).test(7)).isInstanceOf(RevisionRequiredException.class);
    }
}

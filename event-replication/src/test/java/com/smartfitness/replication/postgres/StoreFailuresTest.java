package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class StoreFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53100", "57P01", "57P03", "58030", "25006"})
    void passWhereTheSameStatementMaySucceedLater(String state) {
        assertThat(StoreFailures.isPassing(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "25P02", "42P01"})
    void stayWhereTheStatementIsRefused(String state) {
        assertThat(StoreFailures.isPassing(failure(state))).isFalse();
    }

    @Test
    void stayWhereAStatementTakesTooLong() {
        assertThat(StoreFailures.isPassing(failure("57014"))).isFalse();
    }

    @Test
    void passWhereNoConnectionIsToBeHad() {
        assertThat(StoreFailures.isPassing(new DataAccessResourceFailureException(
                        "No connection", new SQLTransientConnectionException("Timed out"))))
                .isTrue();
        assertThat(StoreFailures.isPassing(new IllegalStateException("Something else")))
                .isFalse();
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException(new SQLException("Failed", state));
    }
}

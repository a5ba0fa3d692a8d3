package com.smartfitness.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.StoreUnavailableException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class StoreOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void isBehindFailuresOfTheConnection(String state) {
        assertThat(StoreOutage.isBehind(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @Test
    void isBehindAPoolWithoutConnections() {
        assertThat(StoreOutage.isBehind(new SQLTransientConnectionException("none available")))
                .isTrue();
    }

    @Test
    void isBehindARollbackThatFailedBecauseOfIt() {
        TransactionSystemException rollback = new TransactionSystemException("rollback", new SQLException("closed"));
        rollback.initApplicationException(new IllegalStateException(new SQLException("terminated", "57P01")));

        assertThat(StoreOutage.isBehind(rollback)).isTrue();
    }

    @Test
    void isBehindARedisThatIsAway() {
        assertThat(StoreOutage.isBehind(new StoreUnavailableException(new RedisException("not connected"))))
                .isTrue();
        assertThat(StoreOutage.isBehind(new IllegalStateException(new RedisCommandTimeoutException("2 seconds"))))
                .isTrue();
        assertThat(StoreOutage.isBehind(new RedisLoadingException("LOADING"))).isTrue();
    }

    @Test
    void isNotBehindACommandThatIsWrong() {
        assertThat(StoreOutage.isBehind(new RedisCommandExecutionException("WRONGTYPE")))
                .isFalse();
    }

    @Test
    void isNotBehindAStatementThatIsWrong() {
        assertThat(StoreOutage.isBehind(new DataIntegrityViolationException("no", new SQLException("no", "23505"))))
                .isFalse();
    }
}

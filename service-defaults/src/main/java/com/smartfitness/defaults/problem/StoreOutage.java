package com.smartfitness.defaults.problem;

import com.smartfitness.replication.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionSystemException;

/** Tells a store that is away from a statement that is wrong. */
public final class StoreOutage {

    private StoreOutage() {}

    /**
     * Whether a store that is away is the cause: SQLSTATE class 08, a server that shuts down, an exhausted pool; a Redis
     * that does not answer in time, or is loading.
     */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException rollback && isBehindTheRolledBack(rollback)) {
                return true;
            }
            if (cause instanceof StoreUnavailableException || (RedisOutage.POSSIBLE && RedisOutage.is(cause))) {
                return true;
            }
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isConnectionState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Over a dead connection the rollback fails too, and hides why it was tried. */
    private static boolean isBehindTheRolledBack(TransactionSystemException rollback) {
        Throwable rolledBack = rollback.getApplicationException();
        return rolledBack != null && isBehind(rolledBack);
    }

    static ProblemDetail problem() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "This service cannot reach its store at the moment. Try again later.");
    }

    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}

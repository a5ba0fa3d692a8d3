package com.smartfitness.replication.postgres;

import com.smartfitness.replication.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Supplier;

/** Tells a store that is away, full or restarting from a statement that it refuses. */
final class StoreFailures {

    /**
     * SQLSTATE classes (PostgreSQL documentation, appendix A) under which the same statement may succeed later:
     * connection, rollback by deadlock or serialisation, resources such as a full disk, operator
     * intervention, system error.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    /** The rest of its class means that a transaction was used wrongly, which waiting does not mend. */
    private static final String READ_ONLY_TRANSACTION = "25006";

    /** A statement that takes longer than it may would block its queue for good if it were tried again and again. */
    private static final String QUERY_CANCELED = "57014";

    private StoreFailures() {}

    static <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw isPassing(e) ? new StoreUnavailableException(e) : e;
        }
    }

    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.length() < 2 || isPassing(state);
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state.equals(READ_ONLY_TRANSACTION)
                || (PASSING.contains(state.substring(0, 2)) && !state.equals(QUERY_CANCELED));
    }
}

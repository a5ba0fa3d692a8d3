package com.smartfitness.auth;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that two instances of the service must not do at the same time, such as what the first start makes. */
@Component
public final class OnceAmongInstances {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OnceAmongInstances(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Does the work in a transaction, after every other instance that does work of this name has ended its own. The
     * work looks first whether there is anything left to do.
     */
    public <T> T run(String name, Supplier<T> work) {
        return transactions.execute(transaction -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(name)
                    .query(row -> {});
            return work.get();
        });
    }
}

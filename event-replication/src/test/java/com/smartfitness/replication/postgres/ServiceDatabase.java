package com.smartfitness.replication.postgres;

import com.smartfitness.stack.DatabaseFacts;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A service's database with the schema of replication, as the auto-configuration would set it up. */
final class ServiceDatabase implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    private ServiceDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    static ServiceDatabase in(DatabaseFacts facts) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(facts.jdbcUrl());
        dataSource.setUsername(facts.username());
        dataSource.setPassword(facts.password());
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("replication")
                .defaultSchema("replication")
                .locations("classpath:com/smartfitness/replication/postgres")
                .load()
                .migrate();
        return new ServiceDatabase(dataSource);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Runs the work in a transaction of its own. */
    <T> T committing(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** A new store object. */
    PostgresReplicaStore replicaStore() {
        return new PostgresReplicaStore(jdbc, transaction, JsonMapper.shared());
    }

    /** Forgets all that a test may have left behind. */
    void empty(String... furtherTables) {
        jdbc.execute("truncate replication.outbox, replication.outbox_sequence, replication.published_state,"
                + " replication.inbox, replication.replica, replication.replica_version, replication.replica_seen");
        for (String table : furtherTables) {
            jdbc.execute("truncate " + table);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

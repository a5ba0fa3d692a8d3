package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.replication.postgres.PostgresEventPublisher;
import com.smartfitness.replication.postgres.PostgresInbox;
import com.smartfitness.replication.postgres.PostgresOutbox;
import com.smartfitness.replication.postgres.PostgresReplicaStore;
import com.smartfitness.replication.postgres.PostgresStore;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.report.OwnStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outbox, inbox and replicas in the service's PostgreSQL database, in a schema of their own beside the service's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({JdbcTemplate.class, Flyway.class})
@ConditionalOnBean(DataSource.class)
class PostgresStoreConfiguration {

    static final String SCHEMA = "replication";

    /** Marks that the schema is there. */
    record ReplicationSchema(String version) {}

    @Bean
    ReplicationSchema replicationSchema(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:com/smartfitness/replication/postgres")
                .load()
                .migrate();
        return new ReplicationSchema("1");
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(DataSource dataSource, ReplicationProperties properties, ReplicationSchema schema) {
        return new PostgresOutbox(dataSource, properties);
    }

    @Bean
    @ConditionalOnMissingBean
    EventPublisher eventPublisher(
            DataSource dataSource,
            ReplicationJson json,
            ReplicationProperties properties,
            Clock clock,
            ObjectProvider<Relay> relay) {
        return new PostgresEventPublisher(
                new JdbcTemplate(dataSource),
                json.events(),
                properties,
                clock,
                () -> relay.getObject().wake());
    }

    @Bean
    @ConditionalOnMissingBean
    Inbox inbox(DataSource dataSource, PlatformTransactionManager transactions, ReplicationSchema schema) {
        return new PostgresInbox(new JdbcTemplate(dataSource), new TransactionTemplate(transactions));
    }

    @Bean
    @ConditionalOnMissingBean
    ReplicaStore replicaStore(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ReplicationJson json,
            ReplicationSchema schema) {
        return new PostgresReplicaStore(
                new JdbcTemplate(dataSource), new TransactionTemplate(transactions), json.events());
    }

    @Bean
    OwnStore ownStore(DataSource dataSource) {
        return new PostgresStore(dataSource);
    }
}

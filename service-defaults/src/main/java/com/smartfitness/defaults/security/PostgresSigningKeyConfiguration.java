package com.smartfitness.defaults.security;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys replicated into the service's PostgreSQL database; auth-service, whose keys they are, brings a store of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({DataSource.class, Flyway.class, JdbcClient.class})
@ConditionalOnProperty("spring.datasource.url")
@ConditionalOnMissingBean(SigningKeyStore.class)
class PostgresSigningKeyConfiguration {

    private static final String SCHEMA = "security";

    @Bean
    SigningKeyReplica signingKeyReplica(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .locations("classpath:com/smartfitness/defaults/postgres")
                .load()
                .migrate();
        return new SigningKeyReplica();
    }

    @Bean
    SigningKeyStore signingKeyStore(DataSource dataSource) {
        return new PostgresSigningKeys(JdbcClient.create(dataSource));
    }
}

package com.smartfitness.defaults.security;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys and revocations replicated into the service's PostgreSQL database; auth-service, whose they are, brings stores of
 * its own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({DataSource.class, Flyway.class, JdbcClient.class})
@ConditionalOnProperty("spring.datasource.url")
class PostgresSecurityConfiguration {

    @Bean
    @Lazy
    SecuritySchema securitySchema(DataSource dataSource) {
        return new SecuritySchema(dataSource);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(SigningKeyStore.class)
    static class Keys {

        @Bean
        SigningKeyReplica signingKeyReplica(SecuritySchema schema) {
            return new SigningKeyReplica();
        }

        @Bean
        SigningKeyStore signingKeyStore(DataSource dataSource) {
            return new PostgresSigningKeys(JdbcClient.create(dataSource));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(RevocationStore.class)
    static class Revocations {

        @Bean
        TokenRevocationReplica tokenRevocationReplica(SecuritySchema schema) {
            return new TokenRevocationReplica();
        }

        @Bean
        RevocationStore revocationStore(DataSource dataSource) {
            return new PostgresRevocations(JdbcClient.create(dataSource));
        }
    }

    /** The tables of both replicas, made for the first that needs them. */
    static final class SecuritySchema {

        SecuritySchema(DataSource dataSource) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("security")
                    .defaultSchema("security")
                    .locations("classpath:com/smartfitness/defaults/postgres")
                    .load()
                    .migrate();
        }
    }
}

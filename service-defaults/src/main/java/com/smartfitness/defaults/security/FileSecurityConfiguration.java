package com.smartfitness.defaults.security;

import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.autoconfigure.OnRedisStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Keys and revocations replicated where there are no tables for them: into the file of a process, Redis or Elasticsearch. */
@Configuration(proxyBeanMethods = false)
@Conditional(FileSecurityConfiguration.OnReplicaRows.class)
class FileSecurityConfiguration {

    static final class OnReplicaRows extends AnyNestedCondition {

        OnReplicaRows() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("replication.file")
        static final class InAFile {}

        @Conditional(OnRedisStore.class)
        static final class InRedis {}

        @ConditionalOnProperty("elasticsearch.url")
        static final class InElasticsearch {}
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(SigningKeyStore.class)
    static class Keys {

        @Bean
        SigningKeyReplica signingKeyReplica() {
            return new SigningKeyReplica();
        }

        @Bean
        SigningKeyStore signingKeyStore(ObjectProvider<ReplicaRows> replicas) {
            return new FileSigningKeys(replicas);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(RevocationStore.class)
    static class Revocations {

        @Bean
        TokenRevocationReplica tokenRevocationReplica() {
            return new TokenRevocationReplica();
        }

        @Bean
        RevocationStore revocationStore(ObjectProvider<ReplicaRows> replicas) {
            return new FileRevocations(replicas);
        }
    }
}

package com.smartfitness.defaults.security;

import com.smartfitness.replication.ReplicaRows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys and revocations replicated into the file of a process that has no tables for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("replication.file")
class FileSecurityConfiguration {

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

package com.smartfitness.defaults.security;

import com.smartfitness.replication.ReplicaRows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys replicated into the file of a process that has no table for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("replication.file")
@ConditionalOnMissingBean(SigningKeyStore.class)
class FileSigningKeyConfiguration {

    @Bean
    SigningKeyReplica signingKeyReplica() {
        return new SigningKeyReplica();
    }

    @Bean
    SigningKeyStore signingKeyStore(ObjectProvider<ReplicaRows> replicas) {
        return new FileSigningKeys(replicas);
    }
}

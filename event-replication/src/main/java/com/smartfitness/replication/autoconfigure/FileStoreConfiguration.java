package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.file.FileReplicaStore;
import com.smartfitness.replication.replica.ReplicaStore;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replicas of a process that owns no store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("replication.file")
class FileStoreConfiguration {

    @Bean
    @ConditionalOnMissingBean(ReplicaStore.class)
    FileReplicaStore fileReplicaStore(ReplicationProperties properties, ReplicationJson json) {
        return new FileReplicaStore(Path.of(properties.file()), json.events());
    }
}

package com.smartfitness.replication.autoconfigure;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.smartfitness.replication.ReplicaRows;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.elasticsearch.BesideRows;
import com.smartfitness.replication.elasticsearch.DocumentLayout;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import com.smartfitness.replication.elasticsearch.ElasticsearchInbox;
import com.smartfitness.replication.elasticsearch.ElasticsearchIndices;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import com.smartfitness.replication.elasticsearch.ElasticsearchOutbox;
import com.smartfitness.replication.elasticsearch.ElasticsearchReplicaRows;
import com.smartfitness.replication.elasticsearch.ElasticsearchReplicaStore;
import com.smartfitness.replication.elasticsearch.ElasticsearchStore;
import com.smartfitness.replication.elasticsearch.SourceEpoch;
import com.smartfitness.replication.elasticsearch.WaitingDocuments;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.report.OwnStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Outbox, inbox and replicas in the service's Elasticsearch, where that is its store and no index beside a database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ElasticsearchClient.class)
@ConditionalOnBean(ElasticsearchClient.class)
@ConditionalOnMissingBean(type = "javax.sql.DataSource")
class ElasticsearchStoreConfiguration {

    @Bean
    ElasticsearchLink elasticsearchLink(ElasticsearchClient client) {
        return new ElasticsearchLink(client);
    }

    @Bean
    ElasticsearchIndices elasticsearchIndices(
            ElasticsearchLink link,
            ReplicationProperties properties,
            ObjectProvider<DocumentLayout> layouts,
            ReplicationJson json) {
        return new ElasticsearchIndices(
                link, properties.service(), layouts.orderedStream().toList(), json.events());
    }

    @Bean
    SourceEpoch sourceEpoch(ElasticsearchLink link, ElasticsearchIndices indices) {
        return new SourceEpoch(link, indices);
    }

    @Bean
    WaitingDocuments waitingDocuments() {
        return new WaitingDocuments();
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(ElasticsearchLink link, ElasticsearchIndices indices, SourceEpoch source, WaitingDocuments waiting) {
        return new ElasticsearchOutbox(link, indices, source, waiting, ElasticsearchOutbox.LASTING);
    }

    @Bean
    ElasticsearchChanges elasticsearchChanges(
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            SourceEpoch source,
            WaitingDocuments waiting,
            ReplicationJson json,
            ReplicationProperties properties,
            Clock clock,
            ObjectProvider<Relay> relay) {
        return new ElasticsearchChanges(
                link,
                indices,
                source,
                waiting,
                new OwnEvents(json.events(), properties, clock),
                json.events(),
                () -> relay.getObject().wake());
    }

    @Bean
    BesideRows besideRows(ElasticsearchLink link, ElasticsearchIndices indices, ReplicationJson json) {
        return new BesideRows(link, indices, json.events());
    }

    @Bean
    @ConditionalOnMissingBean
    Inbox inbox(ElasticsearchLink link, ElasticsearchIndices indices, ElasticsearchChanges changes) {
        return new ElasticsearchInbox(link, indices, changes);
    }

    @Bean
    @ConditionalOnMissingBean
    ReplicaStore replicaStore(ElasticsearchLink link, ElasticsearchIndices indices, ReplicationJson json) {
        return new ElasticsearchReplicaStore(link, indices, json.events());
    }

    @Bean
    @ConditionalOnMissingBean
    ReplicaRows replicaRows(ElasticsearchLink link, ElasticsearchIndices indices, ReplicationJson json) {
        return new ElasticsearchReplicaRows(link, indices, json.events());
    }

    @Bean
    OwnStore ownStore(ElasticsearchLink link) {
        return new ElasticsearchStore(link);
    }
}

package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration.QueueConsumers;
import com.smartfitness.replication.autoconfigure.ReplicationAutoConfiguration.Replicas;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.DeadLetters;
import com.smartfitness.replication.consumer.QueueConsumer;
import com.smartfitness.replication.operations.OperatorsProblems;
import com.smartfitness.replication.operations.OutboxGauges;
import com.smartfitness.replication.operations.OutboxStatus;
import com.smartfitness.replication.operations.RebuildController;
import com.smartfitness.replication.operations.ReplicaGauges;
import com.smartfitness.replication.operations.ReplicationController;
import com.smartfitness.replication.operations.ReplicationHealthIndicator;
import com.smartfitness.replication.operations.ReplicationMetrics;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** State, health, metrics and dead letters for operators. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    ReplicationMetrics replicationMetrics(MeterRegistry registry, Clock clock) {
        return new ReplicationMetrics(registry, clock);
    }

    @Bean
    ReplicaGauges replicaGauges(Replicas replicas, Clock clock) {
        return new ReplicaGauges(replicas.all(), clock);
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    OutboxGauges outboxGauges(Outbox outbox, Relay relay, Clock clock) {
        return new OutboxGauges(outbox, relay, clock);
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    OutboxStatus outboxStatus(Outbox outbox, Relay relay) {
        return new OutboxStatus(outbox, relay);
    }

    @Bean
    DeadLetters deadLetters(QueueConsumers consumers, BrokerConnections connections, ReplicationProperties properties) {
        return new DeadLetters(
                consumers.all().stream().map(QueueConsumer::queue).toList(),
                connections,
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout()),
                new Names(properties.service()));
    }

    @Bean
    ReplicationStatus replicationStatus(
            ReplicationProperties properties,
            ObjectProvider<OutboxStatus> outbox,
            QueueConsumers consumers,
            Replicas replicas,
            BrokerConnections connections,
            DeadLetters deadLetters,
            ReplicationMetrics metrics) {
        return new ReplicationStatus(
                properties.service(),
                outbox.getIfAvailable(),
                consumers.all(),
                replicas.all(),
                connections,
                deadLetters,
                metrics);
    }

    @Bean
    ReplicationHealthIndicator replicationHealthIndicator(ReplicationStatus status) {
        return new ReplicationHealthIndicator(status);
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnBooleanProperty("replication.operators-api.enabled")
    ReplicationController replicationController(
            ReplicationStatus status, DeadLetters deadLetters, ObjectProvider<OutboxStatus> outbox) {
        return new ReplicationController(status, deadLetters, outbox.getIfAvailable());
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnBooleanProperty("replication.operators-api.enabled")
    RebuildController rebuildController(Replicas replicas) {
        return new RebuildController(replicas.all());
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnBooleanProperty("replication.operators-api.enabled")
    OperatorsProblems operatorsProblems() {
        return new OperatorsProblems();
    }
}

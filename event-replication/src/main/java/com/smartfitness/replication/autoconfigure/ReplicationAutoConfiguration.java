package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.Replica;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.autoconfigure.ReplicationEngine.Loop;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Topology;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.consumer.QueueConsumer;
import com.smartfitness.replication.consumer.Work;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.operations.InboxPruning;
import com.smartfitness.replication.operations.TracedDeliveries;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.Relay;
import com.smartfitness.replication.outbox.RelayObserver;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.replica.ReplicaWork;
import com.smartfitness.replication.report.InstanceReporting;
import com.smartfitness.replication.report.ReportHearing;
import com.smartfitness.replication.snapshot.DigestPublisher;
import com.smartfitness.replication.snapshot.SnapshotResponder;
import com.smartfitness.replication.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

/**
 * Replication for a service: it publishes, and keeps what its annotated beans ask for. A process without an
 * {@link Outbox} only consumes; one without an {@link Inbox} only replicates.
 */
@AutoConfiguration(
        after = RabbitAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration"
        })
@PropertySource("classpath:com/smartfitness/replication/defaults.properties")
@Import({
    BrokerConfiguration.class,
    PostgresStoreConfiguration.class,
    RedisStoreConfiguration.class,
    ElasticsearchStoreConfiguration.class,
    FileStoreConfiguration.class,
    OperationsConfiguration.class,
    ReportConfiguration.class
})
public class ReplicationAutoConfiguration {

    @Bean
    ReplicationProperties replicationProperties(Environment environment) {
        return BoundProperties.of(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Traces traces() {
        return Traces.unrecorded();
    }

    @Bean
    TracedDeliveries tracedDeliveries(Traces traces, Clock clock) {
        return new TracedDeliveries(traces, clock);
    }

    @Bean
    ReplicationJson replicationJson() {
        return ReplicationJson.create();
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    Relay relay(
            Outbox outbox,
            BrokerConnections connections,
            ReplicationProperties properties,
            ObjectProvider<RelayObserver> observers,
            ReplicationJson json) {
        RelayObserver observer = RelayObserver.all(observers.orderedStream().toList());
        return new Relay(outbox, connections, properties, observer, json.events());
    }

    @Bean
    Consumers consumers(
            ReplicationProperties properties,
            BrokerConnections connections,
            ObjectProvider<Inbox> inbox,
            ObjectProvider<ReplicaStore> replicas,
            ObjectProvider<ConsumerObserver> observers,
            ReplicationJson json) {
        ConsumerObserver observer =
                ConsumerObserver.all(observers.orderedStream().toList());
        return new Consumers(
                properties, connections, inbox.getIfAvailable(), replicas.getIfAvailable(), observer, json.events());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Replicas replicas(ApplicationContext context, Consumers consumers) {
        return new Replicas(context.getBeansWithAnnotation(Replica.class).values().stream()
                .map(consumers::replica)
                .toList());
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    SnapshotResponder snapshotResponder(
            Outbox outbox, BrokerConnections connections, ReplicationProperties properties, ReplicationJson json) {
        ConfirmedPublisher publisher =
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout());
        return new SnapshotResponder(outbox, publisher, properties, json.events());
    }

    @Bean
    @ConditionalOnBean(Outbox.class)
    DigestPublisher digestPublisher(
            Outbox outbox,
            Relay relay,
            BrokerConnections connections,
            ReplicationProperties properties,
            ReplicationJson json) {
        ConfirmedPublisher publisher =
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout());
        return new DigestPublisher(outbox, relay::isActive, publisher, properties, json.events());
    }

    @Bean
    QueueConsumers queueConsumers(
            ApplicationContext context,
            Consumers consumers,
            Replicas replicas,
            ObjectProvider<SnapshotResponder> responder,
            BrokerConnections connections,
            ReplicationProperties properties) {
        Stream<Work> reactions =
                context.getBeansWithAnnotation(Reaction.class).values().stream().map(consumers::reaction);
        Topology topology = new Topology(properties);
        return new QueueConsumers(Stream.of(responder.stream(), replicas.all().stream(), reactions)
                .flatMap(work -> work)
                .map(work -> new QueueConsumer(work, connections, topology, properties, consumers.observer()))
                .toList());
    }

    @Bean
    @ConditionalOnBean(Inbox.class)
    InboxPruning inboxPruning(Inbox inbox, Clock clock, ReplicationProperties properties) {
        return new InboxPruning(inbox, clock, properties.inboxRetention());
    }

    @Bean
    ReplicationEngine replicationEngine(
            ObjectProvider<InboxPruning> pruning,
            ObjectProvider<Relay> relay,
            ObjectProvider<DigestPublisher> digests,
            QueueConsumers consumers,
            InstanceReporting reporting,
            ObjectProvider<ReportHearing> hearing,
            BrokerConnections connections) {
        List<Loop> loops = new ArrayList<>();
        pruning.ifAvailable(work -> loops.add(new Loop("inbox-pruning", work, work::stop)));
        relay.ifAvailable(work -> loops.add(new Loop("relay", work, work::stop)));
        digests.ifAvailable(work -> loops.add(new Loop("digests", work, work::stop)));
        consumers.all().forEach(work -> loops.add(new Loop(work.queue(), work, work::stop)));
        loops.add(new Loop("reporting", reporting, reporting::stop));
        hearing.ifAvailable(work -> loops.add(new Loop("reports", work, work::stop)));
        return new ReplicationEngine(loops, connections);
    }

    /** What this service copies. */
    record Replicas(List<ReplicaWork> all) {}

    /** What this service listens to. */
    record QueueConsumers(List<QueueConsumer> all) {}
}

package com.smartfitness.replication.autoconfigure;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.Replica;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.consumer.ConsumerObserver;
import com.smartfitness.replication.consumer.EventHandlers;
import com.smartfitness.replication.consumer.ReactionWork;
import com.smartfitness.replication.inbox.Inbox;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.replica.ReplicaWork;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import tools.jackson.databind.json.JsonMapper;

/** Makes work out of the beans that a service's author has annotated, and refuses what cannot work. */
record Consumers(
        ReplicationProperties properties,
        BrokerConnections connections,
        @Nullable Inbox inbox,
        @Nullable ReplicaStore replicas,
        ConsumerObserver observer,
        JsonMapper json) {

    ReplicaWork replica(Object bean) {
        Replica annotation = annotation(bean, Replica.class);
        if (replicas == null) {
            throw refused(
                    bean,
                    "A replica needs a DataSource, a Redis or an Elasticsearch, or replication.file where the process owns no store");
        }
        EventHandlers handlers = new EventHandlers(bean, json).withTombstones();
        String aggregate = only(handlers.aggregates(), bean, "A replica is of one kind of aggregate");
        Class<?> row = only(handlers.results(), bean, "The methods of a replica return one record");
        require(row.isRecord(), bean, "The methods of a replica return one record");
        int slash = aggregate.indexOf('/');
        ReplicaDefinition replica = new ReplicaDefinition(
                queue(annotation.queue()),
                aggregate.substring(0, slash),
                aggregate.substring(slash + 1),
                annotation.table(),
                row.asSubclass(Record.class));
        return new ReplicaWork(
                replica,
                annotation.acceptsOutsiders(),
                annotation.completeBeforeReady(),
                handlers,
                replicas,
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout()),
                properties,
                observer,
                json);
    }

    ReactionWork reaction(Object bean) {
        if (inbox == null) {
            throw refused(bean, "A reaction needs an Inbox, which a process without a store of its own has not");
        }
        EventHandlers handlers = new EventHandlers(bean, json);
        require(handlers.results().equals(Set.of(void.class)), bean, "The methods of a reaction return nothing");
        return new ReactionWork(queue(annotation(bean, Reaction.class).queue()), handlers, inbox, observer);
    }

    private String queue(String shortName) {
        return new Names(properties.service()).queue(shortName);
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(Object bean, Class<A> type) {
        A annotation = AnnotatedElementUtils.findMergedAnnotation(AopUtils.getTargetClass(bean), type);
        return requireNonNull(annotation);
    }

    private static <T> T only(Set<T> values, Object bean, String rule) {
        Iterator<T> iterator = values.iterator();
        T first = iterator.next();
        require(!iterator.hasNext(), bean, rule + ", not of " + values);
        return first;
    }

    private static void require(boolean holds, Object bean, String rule) {
        if (!holds) {
            throw refused(bean, rule);
        }
    }

    private static IllegalArgumentException refused(Object bean, String rule) {
        return new IllegalArgumentException(AopUtils.getTargetClass(bean).getName() + ": " + rule);
    }
}

package com.smartfitness.replication.operations;

import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.consumer.DeadLetters;
import com.smartfitness.replication.consumer.QueueConsumer;
import com.smartfitness.replication.operations.ReplicationState.ReplicaState;
import com.smartfitness.replication.replica.ReplicaWork;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the state of replication; what cannot be reached is left out, not an error. */
public final class ReplicationStatus {

    private final String service;
    private final @Nullable OutboxStatus outbox;
    private final List<QueueConsumer> consumers;
    private final List<ReplicaWork> replicas;
    private final BrokerConnections connections;
    private final DeadLetters deadLetters;
    private final ReplicationMetrics metrics;

    public ReplicationStatus(
            String service,
            @Nullable OutboxStatus outbox,
            List<QueueConsumer> consumers,
            List<ReplicaWork> replicas,
            BrokerConnections connections,
            DeadLetters deadLetters,
            ReplicationMetrics metrics) {
        this.service = service;
        this.outbox = outbox;
        this.consumers = List.copyOf(consumers);
        this.replicas = List.copyOf(replicas);
        this.connections = connections;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** The state now. */
    public ReplicationState state() {
        Map<String, Long> dead = deadLetterCounts();
        return new ReplicationState(
                service,
                connections.isConnected(),
                outbox == null ? null : outbox.state(),
                consumers.stream()
                        .map(consumer ->
                                metrics.queue(consumer.queue(), consumer.isConsuming(), dead.get(consumer.queue())))
                        .toList(),
                replicas.stream().map(ReplicationStatus::replicaState).toList());
    }

    /** Whether all queues are worked off, so that whatever is published from now on is heard. */
    public boolean isListening() {
        return consumers.stream().allMatch(QueueConsumer::isConsuming);
    }

    /** Replicas that cannot be read yet and have to be, by name. */
    List<String> incomplete() {
        return replicas.stream()
                .filter(ReplicaWork::isAwaited)
                .map(ReplicaWork::queue)
                .toList();
    }

    private Map<String, Long> deadLetterCounts() {
        try {
            return connections.isConnected() ? deadLetters.counts() : Map.of();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static ReplicaState replicaState(ReplicaWork work) {
        return new ReplicaState(
                work.replica().name(),
                work.replica().source(),
                work.replica().aggregate(),
                work.replica().table(),
                work.isReady(),
                work.progress(),
                work.verified());
    }
}

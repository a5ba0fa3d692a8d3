package com.smartfitness.replication;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of replication; the defaults work.
 *
 * @param service prefix of this service's types and queues, e.g. {@code mlops}; its broker user is {@code
 *     <service>-service}. Default: {@code spring.application.name} without {@code -service}
 * @param relay how events leave the outbox
 * @param consumer how queues are worked off
 * @param snapshot how replicas are completed
 * @param digest how replicas are proved equal to their sources
 * @param inboxRetention how long handled events are remembered
 * @param file where a process without a store keeps its replicas; empty if it keeps none
 * @param operatorsApi whether {@code /api/v1/replication} is served; off by default because the service that turns it
 *     on must restrict it to operators
 */
@ConfigurationProperties("replication")
public record ReplicationProperties(
        @DefaultValue("") String service,
        @DefaultValue Relay relay,
        @DefaultValue Consumer consumer,
        @DefaultValue Snapshot snapshot,
        @DefaultValue Digest digest,
        @DefaultValue("30d") Duration inboxRetention,
        @DefaultValue("") String file,
        @DefaultValue OperatorsApi operatorsApi) {

    public ReplicationProperties withService(String name) {
        return new ReplicationProperties(name, relay, consumer, snapshot, digest, inboxRetention, file, operatorsApi);
    }

    /**
     * How events leave the outbox.
     *
     * @param batch events that are read and sent together at most
     * @param pipeline batches that are on their way to the broker at most
     * @param gather how long a relay that hears of a commit waits for more of them before it looks; what it spares store
     *     and broker is worth the delay where many small changes come one by one
     * @param poll how often an idle relay looks for events that another instance has committed
     * @param standby how often an instance without the lease tries to get it
     * @param confirmTimeout how long the broker may take to confirm a batch, unless it says that it is blocked
     * @param heartbeat how often consumers are told how far the stream of each type has come
     * @param parking how long an event type waits after the broker found no queue for it
     * @param maxEventSize largest event that may be published
     */
    public record Relay(
            @DefaultValue("250") int batch,
            @DefaultValue("4") int pipeline,
            @DefaultValue("0") Duration gather,
            @DefaultValue("50ms") Duration poll,
            @DefaultValue("1s") Duration standby,
            @DefaultValue("30s") Duration confirmTimeout,
            @DefaultValue("5s") Duration heartbeat,
            @DefaultValue("5s") Duration parking,
            @DefaultValue("128KB") DataSize maxEventSize) {}

    /**
     * How queues are worked off.
     *
     * @param prefetch deliveries that are in memory at most, a queue
     * @param batch deliveries that are applied in one transaction at most
     * @param retrySteps delays before the second, third ... attempt; after the last one the event is dead
     * @param deliveryLimit deliveries after which the broker itself gives a message up as dead
     * @param maxQueueSize size beyond which the broker drops a queue's oldest messages
     * @param maxMessageSize largest message that is read; a larger one is dead at once
     */
    public record Consumer(
            @DefaultValue("500") int prefetch,
            @DefaultValue("250") int batch,
            @DefaultValue({"1s", "10s", "60s"}) List<Duration> retrySteps,
            @DefaultValue("20") int deliveryLimit,
            @DefaultValue("256MB") DataSize maxQueueSize,
            @DefaultValue("4MB") DataSize maxMessageSize) {

        /** How long it takes until an event that fails every time is dead. */
        public Duration retried() {
            return retrySteps.stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * How replicas are completed.
     *
     * @param chunkRows aggregates in one chunk at most
     * @param chunkSize bytes in one chunk at most, one aggregate aside
     * @param patience how long a consumer waits for a chunk before it asks again
     */
    public record Snapshot(
            @DefaultValue("500") int chunkRows,
            @DefaultValue("1MB") DataSize chunkSize,
            @DefaultValue("10s") Duration patience) {}

    /**
     * How replicas are proved equal to their sources.
     *
     * @param interval rest between two rounds through all that this service publishes
     * @param pause between two stretches of a round, each of {@code snapshot.chunkRows} aggregates
     */
    public record Digest(
            @DefaultValue("2m") Duration interval,
            @DefaultValue("50ms") Duration pause) {}

    /**
     * The API for operators.
     *
     * @param enabled whether it is served
     */
    public record OperatorsApi(@DefaultValue("false") boolean enabled) {}
}

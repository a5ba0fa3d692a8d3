package com.smartfitness.replication.broker;

import java.time.Duration;

/** Names of queues, exchanges and routing keys, all derived from the prefix of a service. */
public record Names(String service) {

    /** Header of a message that this service sent to itself: who had published it first. */
    public static final String PUBLISHED_BY = "fleet-published-by";

    /** Type of {@code Heartbeat}. */
    public String heartbeatType() {
        return heartbeatType(service);
    }

    public static String heartbeatType(String source) {
        return source + ".replication-heartbeat.v1";
    }

    /** Type of {@code StateDigest}. */
    public String digestType(String aggregate) {
        return service + ".replication-digest-" + aggregate + ".v1";
    }

    public String snapshotRequestType() {
        return service + ".replication-snapshot-requested.v1";
    }

    public String snapshotChunkType() {
        return service + ".replication-snapshot-chunk.v1";
    }

    /** Where this service, as a source, hears requests for snapshots. */
    public String snapshotRequests() {
        return service + ".snapshot-requests";
    }

    public String snapshotRequestKey(String source) {
        return service + ".snapshot-request." + source;
    }

    /** The queue as the broker knows it. */
    public String queue(String shortName) {
        return service + "." + shortName;
    }

    public static String snapshotChunkKey(String source, String queue) {
        return source + ".snapshot-chunk." + queue;
    }

    /** The service's own direct exchange, through which it reaches its retry and dead-letter queues. */
    public String ownExchange() {
        return service + ".own";
    }

    /** Takes what the broker gives up, and passes on only what crashed the process again and again. */
    public String givenUpExchange() {
        return service + ".given-up";
    }

    public static String retryQueue(String queue, Duration step) {
        return queue + ".retry." + step.toMillis() + "ms";
    }

    public static String deadLetterQueue(String queue) {
        return queue + ".dead";
    }

    /** The service that publishes a type: what stands before its first dot. */
    public static String sourceOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** How a service names itself as CloudEvents source. */
    public static String sourceUri(String service) {
        return "/" + service + "-service";
    }

    /** The user of a service at the broker. */
    public static String brokerUser(String service) {
        return service + "-service";
    }
}

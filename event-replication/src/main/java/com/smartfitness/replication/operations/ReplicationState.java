package com.smartfitness.replication.operations;

import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.Verified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of its replication.
 *
 * @param service prefix of the service
 * @param brokerConnected whether both connections to the broker are open
 * @param outbox what waits to be sent; null while the store is away, and where there is none
 * @param queues what is consumed
 * @param replicas what is copied
 */
public record ReplicationState(
        String service,
        boolean brokerConnected,
        @Nullable OutboxState outbox,
        List<QueueState> queues,
        List<ReplicaState> replicas) {

    /**
     * What waits to be sent.
     *
     * @param oldest when the oldest pending event was published; null if none is
     * @param relaying whether this instance is the one that relays
     */
    public record OutboxState(
            long epoch, long pending, @Nullable Instant oldest, boolean relaying) {}

    /**
     * A queue of this service.
     *
     * @param deadLetters letters among the dead; null while the broker is away
     * @param retried attempts that were put off, since this instance was started
     * @param dead messages that were given up, likewise
     * @param drifted rows that were not what their source says, likewise
     * @param sources whose events and heartbeats have arrived, likewise
     */
    public record QueueState(
            String queue,
            boolean consuming,
            @Nullable Long deadLetters,
            long retried,
            long dead,
            long drifted,
            List<SourceState> sources) {}

    /**
     * How one source reaches a queue.
     *
     * @param lagMedianMillis from commit at the source to commit here, of what was applied in the last minutes; null if
     *     nothing was
     * @param lagTailMillis likewise, what 99 of 100 stay below
     * @param lastApplied when an event was applied; null if none was since this instance was started
     * @param lastHeard when an event or a heartbeat arrived, likewise
     */
    public record SourceState(
            String source,
            @Nullable Long lagMedianMillis,
            @Nullable Long lagTailMillis,
            @Nullable Instant lastApplied,
            @Nullable Instant lastHeard) {}

    /**
     * A copy of another service's aggregates.
     *
     * @param ready whether it can be read
     * @param progress of the last or running snapshot; null before the queue was opened
     * @param verified how it compares with its source
     */
    public record ReplicaState(
            String name,
            String source,
            String aggregate,
            String table,
            boolean ready,
            @Nullable ReplicaProgress progress,
            Verified verified) {}
}

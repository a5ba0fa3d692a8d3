package com.smartfitness.replication.operations;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.operations.ReplicationState.OutboxState;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.Relay;
import org.jspecify.annotations.Nullable;

/** The part of the state that only a process with an outbox has. */
public final class OutboxStatus {

    private final Outbox outbox;
    private final Relay relay;

    public OutboxStatus(Outbox outbox, Relay relay) {
        this.outbox = outbox;
        this.relay = relay;
    }

    /** The state now; null while the store is away. */
    @Nullable OutboxState state() {
        try {
            Outbox.Backlog backlog = outbox.backlog();
            return new OutboxState(outbox.epoch(), backlog.pending(), backlog.oldest(), relay.isActive());
        } catch (StoreUnavailableException e) {
            return null;
        }
    }

    /** Declares that the store was restored from a backup. Returns the epoch from now on. */
    long raiseEpoch() {
        return outbox.raiseEpoch();
    }
}

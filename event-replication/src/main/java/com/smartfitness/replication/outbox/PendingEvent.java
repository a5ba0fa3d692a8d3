package com.smartfitness.replication.outbox;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;

/**
 * A committed event that has not been removed from the outbox.
 *
 * @param position the store's handle for removing it, growing with time
 * @param aggregate kind of aggregate, e.g. {@code user}
 * @param mandatory whether a queue must exist for it
 */
public record PendingEvent(String position, String aggregate, boolean mandatory, CloudEvent event) {

    /** Identifies the aggregate among all that this source publishes. */
    String aggregateKey() {
        return aggregate + "/" + event.subject();
    }

    PendingEvent withSequence(Version place) {
        return new PendingEvent(position, aggregate, mandatory, event.withSequence(place));
    }
}

package com.smartfitness.bench.workload;

import com.smartfitness.events.BranchUpdatedEvent;
import java.time.Instant;

/** How a contender takes the event of a change into the running transaction. */
public interface Announcement {

    /**
     * Takes an event.
     *
     * @param version of the branch after the change
     * @param due when the change was to be made; lag counts from then
     */
    void announce(BranchUpdatedEvent event, long version, Instant due);
}

package com.smartfitness.replication.inbox;

import com.smartfitness.replication.StoreUnavailableException;
import java.time.Instant;

/** Remembers which events a consumer has handled, together with what handling them changed. */
public interface Inbox {

    /**
     * Runs the effect unless this consumer has handled the event before. Effect and memory happen both or neither.
     *
     * @return whether the effect ran
     * @throws StoreUnavailableException when the store cannot be reached
     * @throws RuntimeException what the effect threw; nothing is remembered then
     */
    boolean once(String consumer, String eventId, Runnable effect);

    /**
     * Forgets what was handled before.
     *
     * @return entries that were forgotten
     */
    long prune(Instant before);
}

package com.smartfitness.replication.outbox;

import com.smartfitness.replication.Version;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The right to relay one outbox. It ends with {@link #close()}, with the connection to the store, or when the store has
 * not heard of it for so long that it was given to another. After that every method fails; another instance may then
 * send the same events again, which consumers settle by versions.
 */
public interface OutboxLease extends AutoCloseable {

    /**
     * The oldest pending events. Those of one aggregate are in the order of their versions.
     *
     * @param limit events at most
     * @param except kinds of aggregates to pass over
     * @param sent events that are on their way: all events of their aggregates are passed over
     */
    List<PendingEvent> next(int limit, Collection<String> except, Collection<PendingEvent> sent);

    /**
     * Removes events that the broker has confirmed and remembers how far each type's stream has come, both or neither.
     */
    void remove(List<PendingEvent> sent, Map<String, Version> sequences);

    /** How far each type's stream has come, by type. */
    Map<String, Version> sequences();

    /** The source's epoch now. */
    long epoch();

    @Override
    void close();
}

package com.smartfitness.replication.outbox;

import com.smartfitness.replication.StoreUnavailableException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source has committed for others: the events that still have to be sent, and the last published state of every
 * aggregate, tombstones included. How an event gets in is the store's own business, because it must happen together
 * with the change.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the store cannot be reached.
 */
public interface Outbox {

    /**
     * Tries to become the one that relays, among all instances of the service.
     *
     * @return the lease, or nothing while another instance holds it
     */
    Optional<OutboxLease> tryLease();

    /** How much waits to be sent. */
    Backlog backlog();

    /**
     * Reads published state in the order of ids. The first page also tells how far the streams had come before: what was
     * sent after that may be in no page.
     *
     * @param after where to go on, exclusive; null for the beginning
     * @param limit aggregates at most
     */
    PublishedPage published(String aggregate, @Nullable String after, int limit);

    /** Kinds of aggregates that anything was published about. */
    Collection<String> aggregates();

    /** Whether what was published about a kind of aggregates is forgotten after a while, though copies may keep it. */
    default boolean forgets(String aggregate) {
        return false;
    }

    /** Those of some aggregates whose events wait to be sent; all of them where too many wait to look. */
    Set<String> pending(String aggregate, Collection<String> ids);

    /** The source's epoch, at least 1. */
    long epoch();

    /**
     * Declares that the store has been restored from a backup: everything published from now on is newer than what may
     * have been lost.
     *
     * @return the new epoch
     */
    long raiseEpoch();

    /**
     * How much waits to be sent.
     *
     * @param pending events that are committed and not yet removed
     * @param oldest when the oldest of them was published; null if there is none
     */
    record Backlog(long pending, @Nullable Instant oldest) {}
}

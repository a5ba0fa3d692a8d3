package com.smartfitness.replication.failures;

import com.smartfitness.testing.stores.Eventually;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** What has been committed at the source and what has been applied at the consumer, whatever their stores are. */
interface Books {

    Duration LIMIT = Duration.ofSeconds(90);

    /** Events that have been committed and not yet removed from the outbox. */
    long pending();

    boolean isKnown(String memberId);

    /** How many gifts a member was given. */
    long gifts(String memberId);

    Differences differences();

    /**
     * Waits until all that was committed has been sent and worked off, whatever was sent twice included, and fails if
     * then anything is lost or was applied twice. Nobody else may be writing.
     */
    default void awaitEquality(MembersClient writer) {
        awaitEquality(writer, Differences::none);
    }

    /** Likewise, where members may rightly have been given something more than once, or never. */
    default void awaitEqualReplica(MembersClient writer) {
        awaitEquality(writer, Differences::noneOfReplica);
    }

    private void awaitEquality(MembersClient writer, Predicate<Differences> equal) {
        Eventually.becomes("the outbox is empty", LIMIT, this::pending, pending -> pending == 0);
        // Queues keep their order: what is worked off with this member leaves nothing of the past behind it.
        String last = "Last-" + UUID.randomUUID();
        Eventually.holds("a last member joins", () -> writer.join(last));
        Eventually.holds("the last member is known", LIMIT, () -> isKnown(last));
        Eventually.holds("the last member has a gift", LIMIT, () -> gifts(last) > 0);
        Eventually.becomes("nothing is lost or doubled", LIMIT, this::differences, equal);
    }
}

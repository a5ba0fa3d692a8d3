package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task exists, with all that is known of it so far. One upsert serves all kinds: what is not known yet is null. */
public sealed interface TaskEvent extends DomainEvent permits TaskSubmittedEvent, TaskJudgedEvent, TaskConfirmedEvent {

    String taskId();

    String helperId();

    String branchId();

    /** Where the photo lies in the owner's object store; input from outside to whoever opens it. */
    String photoUrl();

    /** SHA-256 of the photo's bytes, in lower-case hexadecimal. */
    @Nullable String photoSha256();

    @Nullable Instant submittedAt();

    /** The model's judgement. */
    default @Nullable Judgement aiResult() {
        return null;
    }

    /** How sure the model was, 0 to 1. */
    default @Nullable Double confidence() {
        return null;
    }

    /** The laundry model that judged. */
    default @Nullable String modelVersion() {
        return null;
    }

    default @Nullable Instant judgedAt() {
        return null;
    }

    /** The branch owner's judgement, which is final. */
    default @Nullable Judgement correctedResult() {
        return null;
    }

    /** Why the owner judged otherwise than the model. */
    default @Nullable String correctionReason() {
        return null;
    }

    /** The user who confirmed. */
    default @Nullable String confirmedBy() {
        return null;
    }

    default @Nullable Instant confirmedAt() {
        return null;
    }

    @Override
    default String aggregateId() {
        return taskId();
    }
}

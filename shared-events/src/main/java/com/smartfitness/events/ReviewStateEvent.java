package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A review exists, in this state. One upsert serves both kinds. */
public sealed interface ReviewStateEvent extends ReviewEvent permits ReviewCreatedEvent, ReviewUpdatedEvent {

    /** Never changes. */
    String branchId();

    /** Who wrote it; absent once that account is erased. */
    @Nullable String customerId();

    /** 1 to 5. */
    int rating();

    String text();

    Instant createdAt();
}

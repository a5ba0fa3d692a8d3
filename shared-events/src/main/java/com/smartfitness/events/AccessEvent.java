package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody tried to pass a gate. The aggregate is the attempt, which never changes afterwards. */
public sealed interface AccessEvent extends DomainEvent permits AccessGrantedEvent, AccessDeniedEvent {

    String accessId();

    String branchId();

    String gateId();

    AccessMethod method();

    /**
     * Of the best match, -1 to 1; absent where no face was compared. Exact where it may matter for a decision; of a match
     * that is further off, no more than that it is no better than this.
     */
    @Nullable Double similarity();

    /** How far the best match was ahead of the second, at least; absent where no face was compared. */
    @Nullable Double margin();

    /** The face model whose vectors were compared. */
    @Nullable String modelVersion();

    Instant at();

    @Override
    default String aggregateId() {
        return accessId();
    }
}

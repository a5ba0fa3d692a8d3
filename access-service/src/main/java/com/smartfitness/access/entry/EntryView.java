package com.smartfitness.access.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.AccessMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param outcome what the gate has reported, {@code OPENED} or why not; absent as long as nothing is known
 * @param passback whether the same user entered at another gate shortly before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        String accessId,
        Instant at,
        String branchId,
        String gateId,
        AccessMethod method,
        Decision decision,
        @Nullable String userId,
        @Nullable String reason,
        @Nullable Double similarity,
        @Nullable Double margin,
        @Nullable String modelVersion,
        @Nullable String outcome,
        boolean passback) {

    enum Decision {
        GRANTED,
        DENIED
    }
}

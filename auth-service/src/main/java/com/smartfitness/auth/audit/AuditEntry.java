package com.smartfitness.auth.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        String entryId,
        Instant at,
        AuditAction action,

        @Schema(description = "Who did it; absent where nobody has shown who they are.") @Nullable String actorId,

        @Schema(description = "Whom it was done to.") @Nullable String subjectId,

        @Schema(description = "The same for the same address, and no address.") @Nullable String source,

        @Nullable String detail) {}

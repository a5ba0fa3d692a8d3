package com.smartfitness.access.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.access.entry.Entry;
import com.smartfitness.access.gate.SignedForGate.Signed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param reason why the gate stays shut
 * @param command to be carried out by the gate, which reports the outcome; absent where it reaches it over its stream
 * @param expiresAt until when the command is good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessAnswer(
        String accessId,
        Decision decision,
        @Nullable String reason,
        @Nullable String command,
        @Nullable Instant expiresAt) {

    enum Decision {
        GRANTED,
        DENIED
    }

    static AccessAnswer of(Entry entry, @Nullable Signed command) {
        return new AccessAnswer(
                entry.id(),
                entry.isGranted() ? Decision.GRANTED : Decision.DENIED,
                entry.denied() == null ? null : entry.denied().name(),
                command == null ? null : command.jwt(),
                command == null ? null : command.expiresAt());
    }
}

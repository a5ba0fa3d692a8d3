package com.smartfitness.monitoring.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report whose signature has been verified.
 *
 * @param detail what is wrong, in the equipment's words
 * @param reportedAt by the equipment's clock
 * @param heardAt by ours
 * @param nonce of its proof, which is good once
 * @param proofExpiresAt when the proof is refused for its age, and the nonce need not be remembered any longer
 */
record Report(
        String equipmentId,
        Health health,
        @Nullable String detail,
        Instant reportedAt,
        Instant heardAt,
        String nonce,
        Instant proofExpiresAt) {}

package com.smartfitness.helper.reward;

import java.time.Instant;

/**
 * What one task has earned.
 *
 * @param amount in the currency's minor unit
 */
record LedgerEntry(String taskId, long amount, String currency, Instant creditedAt) {}
